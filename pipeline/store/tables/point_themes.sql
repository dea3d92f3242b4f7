CREATE TABLE IF NOT EXISTS point_themes (
  point_id VARCHAR,
  theme_id VARCHAR,
  score DOUBLE,
  terms VARCHAR[]
);
COMMENT ON TABLE point_themes IS 'Which themes a point has.';
COMMENT ON COLUMN point_themes.point_id IS 'The point';
COMMENT ON COLUMN point_themes.theme_id IS 'The theme';
COMMENT ON COLUMN point_themes.score IS 'How well it fits, 0 to 1';
COMMENT ON COLUMN point_themes.terms IS 'The words of the point that speak for it, the strongest first';
