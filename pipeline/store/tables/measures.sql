CREATE TABLE IF NOT EXISTS measures (
  sentence_id VARCHAR,
  point_id VARCHAR,
  actor VARCHAR,
  action VARCHAR,
  instrument VARCHAR,
  deadline VARCHAR,
  amount VARCHAR,
  specificity DOUBLE
);
COMMENT ON TABLE measures IS 'What a countermeasure commits to, sentence by sentence.';
COMMENT ON COLUMN measures.sentence_id IS 'The sentence';
COMMENT ON COLUMN measures.point_id IS 'Innermost point that it belongs to; null where it belongs to none';
COMMENT ON COLUMN measures.actor IS 'Who is to act, in the words of the sentence; null where it does not say';
COMMENT ON COLUMN measures.action IS 'What is to be done';
COMMENT ON COLUMN measures.instrument IS 'With what: a fund, a list, a scheme; null where it does not say';
COMMENT ON COLUMN measures.deadline IS 'By when, from when or how often; null where it does not say';
COMMENT ON COLUMN measures.amount IS 'How much: its quantities, joined by ；; null where it has none';
COMMENT ON COLUMN measures.specificity IS 'From 0 (a slogan) to 1 (a measure that could be checked)';
