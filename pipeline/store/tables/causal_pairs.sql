CREATE TABLE IF NOT EXISTS causal_pairs (
  sentence_id VARCHAR,
  seq INTEGER,
  cause VARCHAR,
  effect VARCHAR,
  cue VARCHAR,
  cause_start INTEGER,
  cause_end INTEGER,
  effect_start INTEGER,
  effect_end INTEGER
);
COMMENT ON TABLE causal_pairs IS 'Cause and effect that one sentence links by a cue.';
COMMENT ON COLUMN causal_pairs.sentence_id IS 'The sentence';
COMMENT ON COLUMN causal_pairs.seq IS 'Place in the sentence, from 1';
COMMENT ON COLUMN causal_pairs.cause IS 'Characters of the cause';
COMMENT ON COLUMN causal_pairs.effect IS 'Characters of the effect';
COMMENT ON COLUMN causal_pairs.cue IS 'What links them: 由于…导致… ...';
COMMENT ON COLUMN causal_pairs.cause_start IS 'First character of the cause in reports.text, from 0';
COMMENT ON COLUMN causal_pairs.cause_end IS 'Character after its last';
COMMENT ON COLUMN causal_pairs.effect_start IS 'First character of the effect in reports.text, from 0';
COMMENT ON COLUMN causal_pairs.effect_end IS 'Character after its last';
