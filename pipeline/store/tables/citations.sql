CREATE TABLE IF NOT EXISTS citations (
  citation_id VARCHAR,
  sentence_id VARCHAR,
  title VARCHAR,
  issuer VARCHAR,
  issued VARCHAR,
  char_start INTEGER,
  char_end INTEGER
);
COMMENT ON TABLE citations IS 'A document named in 《》.';
COMMENT ON COLUMN citations.citation_id IS 'sentence_id and number: 0123456789ab-1-0001-c1';
COMMENT ON COLUMN citations.sentence_id IS 'The sentence';
COMMENT ON COLUMN citations.title IS 'Title between the marks';
COMMENT ON COLUMN citations.issuer IS 'Who issued it, as far as the sentence says';
COMMENT ON COLUMN citations.issued IS 'Date or year of issue, as far as the sentence says';
COMMENT ON COLUMN citations.char_start IS 'First character in reports.text, from 0';
COMMENT ON COLUMN citations.char_end IS 'Character after its last';
