CREATE TABLE IF NOT EXISTS report_sketches (
  report_id VARCHAR,
  version VARCHAR,
  digest VARCHAR,
  year INTEGER,
  length INTEGER,
  signature BLOB,
  fingerprints BLOB
);
COMMENT ON TABLE report_sketches IS 'What the search for copies keeps of a report, so that its text is read once.';
COMMENT ON COLUMN report_sketches.report_id IS 'The report';
COMMENT ON COLUMN report_sketches.version IS 'How the sketch was made';
COMMENT ON COLUMN report_sketches.digest IS 'MD5 digest of the text that it was made from';
COMMENT ON COLUMN report_sketches.year IS 'Year of the report when copies were last looked for';
COMMENT ON COLUMN report_sketches.length IS 'Characters without white space, punctuation and digits of numbers but one';
COMMENT ON COLUMN report_sketches.signature IS 'MinHash values, 32 bits each';
COMMENT ON COLUMN report_sketches.fingerprints IS 'Winnowed hashes of shingles, 32 bits each';
