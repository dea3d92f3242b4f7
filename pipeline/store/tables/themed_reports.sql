CREATE TABLE IF NOT EXISTS themed_reports (
  report_id VARCHAR,
  digest VARCHAR
);
COMMENT ON TABLE themed_reports IS 'A report whose points have got their themes.';
COMMENT ON COLUMN themed_reports.report_id IS 'The report';
COMMENT ON COLUMN themed_reports.digest IS 'MD5 digest of its points and of what gave them their themes';
