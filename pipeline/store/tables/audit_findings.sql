CREATE TABLE IF NOT EXISTS audit_findings (
  finding_id VARCHAR,
  report_id VARCHAR,
  kind VARCHAR,
  severity VARCHAR,
  statistic_ids VARCHAR[],
  arithmetic VARCHAR,
  stated DOUBLE,
  expected DOUBLE
);
COMMENT ON TABLE audit_findings IS 'What figures say about each other: sums, shares and changes that follow or do not.';
COMMENT ON COLUMN audit_findings.finding_id IS 'report_id and a digest of kind and statistic_ids: 0123456789ab-1-a1b2c3d4e5f6';
COMMENT ON COLUMN audit_findings.report_id IS 'The report; of several reports the first that statistic_ids name';
COMMENT ON COLUMN audit_findings.kind IS 'parts | share | change | percent_sum | same_report | across_reports | impossible';
COMMENT ON COLUMN audit_findings.severity IS 'error (contradicts itself) | warning (may have an explanation) | doubtful (often has one) | confirmed (the figures agree)';
COMMENT ON COLUMN audit_findings.statistic_ids IS 'The figures, the whole or the claim first';
COMMENT ON COLUMN audit_findings.arithmetic IS 'The sum spelled out, in Chinese';
COMMENT ON COLUMN audit_findings.stated IS 'The value that the claim states';
COMMENT ON COLUMN audit_findings.expected IS 'The value that follows from the other figures; null where none does';
