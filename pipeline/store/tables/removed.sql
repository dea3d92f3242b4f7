CREATE TABLE IF NOT EXISTS removed (
  source_id VARCHAR,
  seq INTEGER,
  rule VARCHAR,
  text VARCHAR,
  source_start INTEGER,
  source_end INTEGER
);
COMMENT ON TABLE removed IS 'Text of a file that is not its reports'', with the rule that took it out.';
COMMENT ON COLUMN removed.source_id IS 'The file';
COMMENT ON COLUMN removed.seq IS 'Place in the file, from 1';
COMMENT ON COLUMN removed.rule IS 'Id of the rule';
COMMENT ON COLUMN removed.text IS 'The characters taken out';
COMMENT ON COLUMN removed.source_start IS 'First character in sources.text, from 0';
COMMENT ON COLUMN removed.source_end IS 'Character after its last';
