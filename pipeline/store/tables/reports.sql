CREATE TABLE IF NOT EXISTS reports (
  report_id VARCHAR,
  source_id VARCHAR,
  seq INTEGER,
  title VARCHAR,
  year INTEGER,
  year_basis VARCHAR,
  region VARCHAR,
  issuer VARCHAR,
  text VARCHAR,
  source_start INTEGER,
  source_end INTEGER,
  duplicate_of VARCHAR,
  similarity DOUBLE,
  province VARCHAR,
  city VARCHAR,
  county VARCHAR
);
COMMENT ON TABLE reports IS 'A report (报告). A file holds one, or several where it is a compilation.';
COMMENT ON COLUMN reports.report_id IS 'source_id and seq: 0123456789ab-1';
COMMENT ON COLUMN reports.source_id IS 'The file that holds it';
COMMENT ON COLUMN reports.seq IS 'Place among the reports of the file, from 1';
COMMENT ON COLUMN reports.title IS 'Title, from manifest, text, properties or file name';
COMMENT ON COLUMN reports.year IS 'Year that the report is of; null where nothing says it';
COMMENT ON COLUMN reports.year_basis IS 'How the year is known: manifest | option | title | date | folder | file | property | text | unknown';
COMMENT ON COLUMN reports.region IS 'Place that the report is about or comes from; null where unknown';
COMMENT ON COLUMN reports.issuer IS 'Body that wrote it; null where unknown';
COMMENT ON COLUMN reports.text IS 'The cleaned text: a line is a paragraph; all char_start and char_end count its characters';
COMMENT ON COLUMN reports.source_start IS 'First character in sources.text, from 0';
COMMENT ON COLUMN reports.source_end IS 'Character after the last in sources.text';
COMMENT ON COLUMN reports.duplicate_of IS 'report_id of the report that this one copies; null where it is its own';
COMMENT ON COLUMN reports.similarity IS 'Share of text that it has in common with duplicate_of, 0 to 1';
COMMENT ON COLUMN reports.province IS 'Province that region lies in; null where unknown';
COMMENT ON COLUMN reports.city IS 'City that region lies in; null where unknown or above it';
COMMENT ON COLUMN reports.county IS 'County that region is or lies in; null where unknown or above it';
