CREATE TABLE IF NOT EXISTS themes (
  theme_id VARCHAR,
  label VARCHAR,
  origin VARCHAR,
  keywords VARCHAR[]
);
COMMENT ON TABLE themes IS 'A theme that points can have.';
COMMENT ON COLUMN themes.theme_id IS 'Id of the theme';
COMMENT ON COLUMN themes.label IS 'Chinese name';
COMMENT ON COLUMN themes.origin IS 'taxonomy | discovered';
COMMENT ON COLUMN themes.keywords IS 'Its telling words';
