CREATE OR REPLACE VIEW report_overview AS
SELECT r.report_id, r.title, r.year, r.year_basis, r.region, r.issuer, length(r.text) AS characters,
  (SELECT count(*) FROM sections x WHERE x.report_id = r.report_id) AS sections,
  (SELECT count(*) FROM points x WHERE x.report_id = r.report_id) AS points,
  coalesce(s.sentences, 0) AS sentences, coalesce(s.problems, 0) AS problems, coalesce(s.causes, 0) AS causes,
  coalesce(s.countermeasures, 0) AS countermeasures, coalesce(s.practices, 0) AS practices,
  coalesce(q.figures, 0) AS figures, r.duplicate_of, r.similarity, f.path
FROM reports r
JOIN sources f USING (source_id)
LEFT JOIN (
  SELECT report_id, count(*) AS sentences,
    count(*) FILTER (role = 'problem') AS problems,
    count(*) FILTER (role = 'cause') AS causes,
    count(*) FILTER (role = 'countermeasure') AS countermeasures,
    count(*) FILTER (role = 'practice') AS practices
  FROM sentences GROUP BY report_id
) s USING (report_id)
LEFT JOIN (
  SELECT x.report_id, count(*) AS figures FROM statistics JOIN sentences x USING (sentence_id) GROUP BY x.report_id
) q USING (report_id)
ORDER BY f.path, r.seq;
COMMENT ON VIEW report_overview IS 'Every report with year, region, size and what was found in it';

CREATE OR REPLACE MACRO outline_of(report) AS TABLE
SELECT r.title, s.level, repeat('  ', s.level - 1) || s.number || s.heading AS heading, s.role, s.kind, s.char_start,
  s.char_end, s.section_id, s.report_id
FROM sections s JOIN reports_named(report) r USING (report_id) ORDER BY s.report_id, s.seq;
COMMENT ON MACRO TABLE outline_of IS 'Headings of a report, indented by level';

CREATE OR REPLACE VIEW copied_reports AS
SELECT r.title, r.year, r.region, r.similarity, o.title AS original, o.year AS original_year, o.region AS original_region,
  r.report_id, r.duplicate_of
FROM reports r LEFT JOIN reports o ON o.report_id = r.duplicate_of
WHERE r.duplicate_of IS NOT NULL ORDER BY r.duplicate_of, r.report_id;
COMMENT ON VIEW copied_reports IS 'Reports that copy another, with their share of common text';

CREATE OR REPLACE VIEW reports_by_year AS
SELECT year, count(*) AS reports, count(*) FILTER (duplicate_of IS NOT NULL) AS copies,
  string_agg(DISTINCT year_basis, ', ' ORDER BY year_basis) AS known_by, sum(length(text)) AS characters
FROM reports GROUP BY year ORDER BY year;
COMMENT ON VIEW reports_by_year IS 'Number of reports year by year, how many are copies, and how the year is known';
