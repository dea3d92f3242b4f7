CREATE TABLE IF NOT EXISTS votes (
  sentence_id VARCHAR,
  rule VARCHAR,
  role VARCHAR,
  weight DOUBLE
);
COMMENT ON TABLE votes IS 'The word of one rule on the role of one sentence.';
COMMENT ON COLUMN votes.sentence_id IS 'The sentence';
COMMENT ON COLUMN votes.rule IS 'Id of the rule';
COMMENT ON COLUMN votes.role IS 'The role that it speaks for or against';
COMMENT ON COLUMN votes.weight IS 'Log-odds, above 0 for and below 0 against';
