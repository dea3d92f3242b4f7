CREATE TABLE IF NOT EXISTS sentences (
  sentence_id VARCHAR,
  report_id VARCHAR,
  section_id VARCHAR,
  point_id VARCHAR,
  seq INTEGER,
  text VARCHAR,
  role VARCHAR,
  also VARCHAR[],
  confidence DOUBLE,
  char_start INTEGER,
  char_end INTEGER,
  source_start INTEGER,
  source_end INTEGER,
  paragraph INTEGER,
  is_heading BOOLEAN
);
COMMENT ON TABLE sentences IS 'A sentence of a report with its role.';
COMMENT ON COLUMN sentences.sentence_id IS 'report_id and seq: 0123456789ab-1-0001';
COMMENT ON COLUMN sentences.report_id IS 'The report';
COMMENT ON COLUMN sentences.section_id IS 'Innermost section that holds it; null before the first heading';
COMMENT ON COLUMN sentences.point_id IS 'Innermost point that it belongs to; null where it belongs to none';
COMMENT ON COLUMN sentences.seq IS 'Place in the report, from 1';
COMMENT ON COLUMN sentences.text IS 'Its characters: substring(reports.text, char_start + 1, char_end - char_start)';
COMMENT ON COLUMN sentences.role IS 'problem 问题 | cause 原因 | countermeasure 对策 | practice 做法 | context 情况 | heading 标题 | noise 噪声';
COMMENT ON COLUMN sentences.also IS 'Further roles that it holds';
COMMENT ON COLUMN sentences.confidence IS 'Probability that role is right, 0 to 1';
COMMENT ON COLUMN sentences.char_start IS 'First character in reports.text, from 0';
COMMENT ON COLUMN sentences.char_end IS 'Character after its last';
COMMENT ON COLUMN sentences.source_start IS 'First character in sources.text, from 0';
COMMENT ON COLUMN sentences.source_end IS 'Character after its last; white space and removed text may lie between';
COMMENT ON COLUMN sentences.paragraph IS 'Line of reports.text that it starts in, from 0';
COMMENT ON COLUMN sentences.is_heading IS 'Whether it is the title or the heading of a section';
