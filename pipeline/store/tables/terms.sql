CREATE TABLE IF NOT EXISTS terms (
  report_id VARCHAR,
  role VARCHAR,
  term VARCHAR,
  count INTEGER
);
COMMENT ON TABLE terms IS 'How often a word stands in the sentences of one role of a report.';
COMMENT ON COLUMN terms.report_id IS 'The report';
COMMENT ON COLUMN terms.role IS 'Role of the sentences';
COMMENT ON COLUMN terms.term IS 'The word';
COMMENT ON COLUMN terms.count IS 'Number of occurrences';
