CREATE TABLE IF NOT EXISTS sections (
  section_id VARCHAR,
  report_id VARCHAR,
  parent_id VARCHAR,
  seq INTEGER,
  level INTEGER,
  number VARCHAR,
  heading VARCHAR,
  role VARCHAR,
  char_start INTEGER,
  char_end INTEGER,
  kind VARCHAR,
  heading_start INTEGER,
  heading_end INTEGER
);
COMMENT ON TABLE sections IS 'A section of a report, from its heading to the next heading of its level or above.';
COMMENT ON COLUMN sections.section_id IS 'report_id and seq: 0123456789ab-1-s001';
COMMENT ON COLUMN sections.report_id IS 'The report';
COMMENT ON COLUMN sections.parent_id IS 'section_id of the section around it; null at the top';
COMMENT ON COLUMN sections.seq IS 'Place in the report, from 1, in reading order';
COMMENT ON COLUMN sections.level IS 'Depth of the heading, 1 is the highest';
COMMENT ON COLUMN sections.number IS 'Number as written: 一、 （一） 1. 一是 第一，; empty where there is none';
COMMENT ON COLUMN sections.heading IS 'Heading after its number, without full stop';
COMMENT ON COLUMN sections.role IS 'Role that the heading announces or claims; null where it says nothing';
COMMENT ON COLUMN sections.char_start IS 'First character of the section in reports.text, from 0';
COMMENT ON COLUMN sections.char_end IS 'Character after its last';
COMMENT ON COLUMN sections.kind IS 'block (a line of its own) | run-in (starts a paragraph) | inline (inside a paragraph)';
COMMENT ON COLUMN sections.heading_start IS 'First character of the heading in reports.text';
COMMENT ON COLUMN sections.heading_end IS 'Character after its last';
