CREATE TABLE IF NOT EXISTS themes (
  theme_id VARCHAR,
  label VARCHAR,
  origin VARCHAR,
  keywords VARCHAR[],
  label_en VARCHAR,
  parent_id VARCHAR,
  parent_label VARCHAR,
  note VARCHAR
);
COMMENT ON TABLE themes IS 'A theme (主题) that points can have.';
COMMENT ON COLUMN themes.theme_id IS 'Id of the theme';
COMMENT ON COLUMN themes.label IS 'Chinese name';
COMMENT ON COLUMN themes.origin IS 'taxonomy | discovered';
COMMENT ON COLUMN themes.keywords IS 'Its telling words';
COMMENT ON COLUMN themes.label_en IS 'English name; the Chinese one where there is none';
COMMENT ON COLUMN themes.parent_id IS 'Id of the group of themes that it belongs to; null where discovered';
COMMENT ON COLUMN themes.parent_label IS 'Chinese name of that group';
COMMENT ON COLUMN themes.note IS 'What falls under it';
