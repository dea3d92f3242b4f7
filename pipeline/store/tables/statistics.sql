CREATE TABLE IF NOT EXISTS statistics (
  statistic_id VARCHAR,
  sentence_id VARCHAR,
  seq INTEGER,
  surface VARCHAR,
  value DOUBLE,
  value_max DOUBLE,
  unit VARCHAR,
  kind VARCHAR,
  qualifier VARCHAR,
  subject VARCHAR,
  direction VARCHAR,
  year INTEGER,
  char_start INTEGER,
  char_end INTEGER,
  value_base DOUBLE,
  unit_base VARCHAR,
  group_label VARCHAR,
  place VARCHAR,
  base VARCHAR,
  is_target BOOLEAN,
  whole_id VARCHAR,
  whole VARCHAR
);
COMMENT ON TABLE statistics IS 'A quantity (统计数字) that a sentence states of something.';
COMMENT ON COLUMN statistics.statistic_id IS 'sentence_id and seq: 0123456789ab-1-0001-q1';
COMMENT ON COLUMN statistics.sentence_id IS 'The sentence';
COMMENT ON COLUMN statistics.seq IS 'Place in the sentence, from 1';
COMMENT ON COLUMN statistics.surface IS 'The quantity as written, qualifier included';
COMMENT ON COLUMN statistics.value IS 'Number with 万 and 亿 folded in, per cent as per cent; null where masked or vague';
COMMENT ON COLUMN statistics.value_max IS 'Upper end of a range; null otherwise';
COMMENT ON COLUMN statistics.unit IS 'Unit as written without 万 and 亿; empty where there is none';
COMMENT ON COLUMN statistics.kind IS 'count | percent | money | duration | age | ratio | multiple | other';
COMMENT ON COLUMN statistics.qualifier IS 'exact | approx | at_least | at_most | masked';
COMMENT ON COLUMN statistics.subject IS 'What is measured, as the sentence names it';
COMMENT ON COLUMN statistics.direction IS 'up | down for a stated change; null otherwise';
COMMENT ON COLUMN statistics.year IS 'Year that it holds for; null where the sentence does not say';
COMMENT ON COLUMN statistics.char_start IS 'First character in reports.text, from 0';
COMMENT ON COLUMN statistics.char_end IS 'Character after its last';
COMMENT ON COLUMN statistics.value_base IS 'value in unit_base, so that rows of different units compare';
COMMENT ON COLUMN statistics.unit_base IS 'Unit that related units share (亩 as 平方米, 成 as %); unit where there is none';
COMMENT ON COLUMN statistics.group_label IS 'Of whom: 30岁以下; null where the subject says it all';
COMMENT ON COLUMN statistics.place IS 'Where it holds; null where the sentence does not say';
COMMENT ON COLUMN statistics.base IS 'What a change is measured against: 同比, 比上年; null otherwise';
COMMENT ON COLUMN statistics.is_target IS 'Whether it is an aim, not a fact';
COMMENT ON COLUMN statistics.whole_id IS 'statistic_id of the quantity that this one is part of; null where there is none';
COMMENT ON COLUMN statistics.whole IS 'The whole that it is part of, as characters; null where the sentence names none';
