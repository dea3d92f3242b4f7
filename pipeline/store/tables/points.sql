CREATE TABLE IF NOT EXISTS points (
  point_id VARCHAR,
  report_id VARCHAR,
  section_id VARCHAR,
  parent_id VARCHAR,
  seq INTEGER,
  role VARCHAR,
  label VARCHAR,
  char_start INTEGER,
  char_end INTEGER
);
COMMENT ON TABLE points IS 'A point (要点): one claim with the sentences that carry it out.';
COMMENT ON COLUMN points.point_id IS 'report_id and seq: 0123456789ab-1-p001';
COMMENT ON COLUMN points.report_id IS 'The report';
COMMENT ON COLUMN points.section_id IS 'Innermost section that holds it; null before the first heading';
COMMENT ON COLUMN points.parent_id IS 'point_id of the point around it; null at the top';
COMMENT ON COLUMN points.seq IS 'Place in the report, from 1';
COMMENT ON COLUMN points.role IS 'What the claim is: problem | cause | countermeasure | practice | context';
COMMENT ON COLUMN points.label IS 'The claim without number and full stop';
COMMENT ON COLUMN points.char_start IS 'First character in reports.text, from 0';
COMMENT ON COLUMN points.char_end IS 'Character after its last';
