CREATE TABLE IF NOT EXISTS point_links (
  from_point VARCHAR,
  to_point VARCHAR,
  kind VARCHAR,
  score DOUBLE
);
COMMENT ON TABLE point_links IS 'How two points of one report belong together.';
COMMENT ON COLUMN point_links.from_point IS 'point_id of the cause or countermeasure';
COMMENT ON COLUMN point_links.to_point IS 'point_id of the problem';
COMMENT ON COLUMN point_links.kind IS 'cause_of | answers';
COMMENT ON COLUMN point_links.score IS 'How sure, 0 to 1';
