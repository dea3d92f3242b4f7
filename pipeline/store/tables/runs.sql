CREATE TABLE IF NOT EXISTS runs (
  run_id INTEGER,
  started_at TIMESTAMP,
  finished_at TIMESTAMP,
  version VARCHAR,
  config VARCHAR
);
COMMENT ON TABLE runs IS 'One row a run of mine.';
COMMENT ON COLUMN runs.run_id IS 'Number of the run, from 1';
COMMENT ON COLUMN runs.started_at IS 'Start, in UTC';
COMMENT ON COLUMN runs.finished_at IS 'End, in UTC';
COMMENT ON COLUMN runs.version IS 'Version of diaoyan';
COMMENT ON COLUMN runs.config IS 'Options, as JSON';
