CREATE TABLE IF NOT EXISTS messages (
  source_id VARCHAR,
  code VARCHAR,
  message VARCHAR,
  source_start INTEGER,
  source_end INTEGER,
  severity VARCHAR
);
COMMENT ON TABLE messages IS 'A finding about a file.';
COMMENT ON COLUMN messages.source_id IS 'The file';
COMMENT ON COLUMN messages.code IS 'Kind of finding, for programs';
COMMENT ON COLUMN messages.message IS 'The finding, for people';
COMMENT ON COLUMN messages.source_start IS 'First character in sources.text that it is about; null where it is about the whole';
COMMENT ON COLUMN messages.source_end IS 'Character after the last';
COMMENT ON COLUMN messages.severity IS 'info | warning | error';
