CREATE TABLE IF NOT EXISTS copied_passages (
  report_id VARCHAR,
  char_start INTEGER,
  char_end INTEGER,
  other_id VARCHAR,
  other_start INTEGER,
  other_end INTEGER,
  matched INTEGER
);
COMMENT ON TABLE copied_passages IS 'A passage of a report that stands in an earlier one, swapped names and figures aside.';
COMMENT ON COLUMN copied_passages.report_id IS 'The report that copies';
COMMENT ON COLUMN copied_passages.char_start IS 'First character in reports.text of report_id, from 0';
COMMENT ON COLUMN copied_passages.char_end IS 'Character after its last';
COMMENT ON COLUMN copied_passages.other_id IS 'The earlier report that has the passage as well';
COMMENT ON COLUMN copied_passages.other_start IS 'First character in reports.text of other_id, from 0';
COMMENT ON COLUMN copied_passages.other_end IS 'Character after its last';
COMMENT ON COLUMN copied_passages.matched IS 'Characters that are the same in both; every number counts as one';
