CREATE TABLE IF NOT EXISTS sources (
  source_id VARCHAR,
  path VARCHAR,
  sha256 VARCHAR,
  format VARCHAR,
  encoding VARCHAR,
  bytes INTEGER,
  text VARCHAR,
  status VARCHAR,
  message VARCHAR,
  fingerprint VARCHAR
);
COMMENT ON TABLE sources IS 'A file as it was read. One row a path.';
COMMENT ON COLUMN sources.source_id IS 'First 12 hexadecimal digits of sha256; a further path with the same bytes has the suffix -2, -3 ...';
COMMENT ON COLUMN sources.path IS 'The file, relative to the directory that mine ran in where it lies below it';
COMMENT ON COLUMN sources.sha256 IS 'SHA-256 digest of the bytes';
COMMENT ON COLUMN sources.format IS 'What the content is: txt, md, docx, pdf ...';
COMMENT ON COLUMN sources.encoding IS 'How bytes became text: utf-8, gb18030, utf-16le ...';
COMMENT ON COLUMN sources.bytes IS 'Size of the file in bytes';
COMMENT ON COLUMN sources.text IS 'The text as decoded, before cleaning; all source_start and source_end count its characters';
COMMENT ON COLUMN sources.status IS 'ok | empty | unreadable | duplicate (the same bytes stand in the row without suffix)';
COMMENT ON COLUMN sources.message IS 'Why there is no report in it, and what helps; null where status is ok';
COMMENT ON COLUMN sources.fingerprint IS 'Digest of version and options that the rows depend on: the file is mined again when it changes';
