CREATE OR REPLACE VIEW section_paths AS
WITH RECURSIVE path AS (
  SELECT section_id, report_id, seq, level, role, number || heading AS section_path
  FROM sections WHERE parent_id IS NULL
  UNION ALL
  SELECT s.section_id, s.report_id, s.seq, s.level, s.role, path.section_path || ' > ' || s.number || s.heading
  FROM sections s JOIN path ON s.parent_id = path.section_id
)
FROM path ORDER BY report_id, seq;
COMMENT ON VIEW section_paths IS 'Every section with the headings that lead to it';

CREATE OR REPLACE VIEW sentences_with_place AS
SELECT r.title, r.year, r.region, p.section_path, s.role, s.text, s.confidence, s.also, r.issuer, f.path,
  s.char_start, s.char_end, s.source_start, s.source_end, s.sentence_id, s.point_id, s.section_id, r.report_id,
  r.duplicate_of
FROM sentences s
JOIN reports r USING (report_id)
JOIN sources f USING (source_id)
LEFT JOIN section_paths p ON p.section_id = s.section_id
ORDER BY r.year, r.report_id, s.seq;
COMMENT ON VIEW sentences_with_place IS 'Every sentence with report, year, region, section path, file and offsets';

CREATE OR REPLACE VIEW points_with_place AS
SELECT r.title, r.year, r.region, p.section_path, k.role, k.label, r.issuer, f.path, k.char_start, k.char_end,
  k.point_id, k.parent_id, k.section_id, r.report_id, r.duplicate_of
FROM points k
JOIN reports r USING (report_id)
JOIN sources f USING (source_id)
LEFT JOIN section_paths p ON p.section_id = k.section_id
ORDER BY r.year, r.report_id, k.seq;
COMMENT ON VIEW points_with_place IS 'Every point (要点) with report, year, region, section path, file and offsets';

CREATE OR REPLACE MACRO reports_named(report) AS TABLE
SELECT report_id, title, year, region, issuer, source_id FROM reports
WHERE report_id = CAST(report AS VARCHAR)
  OR starts_with(report_id, CAST(report AS VARCHAR))
  OR contains(title, CAST(report AS VARCHAR))
ORDER BY year, report_id;
COMMENT ON MACRO TABLE reports_named IS 'Reports by id, by how the id begins, or by a part of the title';
