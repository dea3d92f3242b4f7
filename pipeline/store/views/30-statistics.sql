CREATE OR REPLACE VIEW figures AS
SELECT q.subject, q.surface, q.value, q.value_max, q.unit, q.kind, q.qualifier, q.direction,
  q.is_target, q.group_label, coalesce(q.year, r.year) AS year, r.title, r.region, s.role, s.text, f.path, q.char_start, q.char_end,
  q.statistic_id, s.sentence_id, r.report_id, r.duplicate_of
FROM statistics q
JOIN sentences s USING (sentence_id)
JOIN reports r USING (report_id)
JOIN sources f USING (source_id)
ORDER BY r.year, s.sentence_id, q.seq;
COMMENT ON VIEW figures IS 'Every quantity with its sentence and place; year is that of the report where the sentence names none';

CREATE OR REPLACE MACRO statistics_of_subject(subject) AS TABLE
SELECT f.* FROM figures f WHERE contains(f.subject, CAST(subject AS VARCHAR))
ORDER BY f.year, f.statistic_id;
COMMENT ON MACRO TABLE statistics_of_subject IS 'Quantities whose subject holds these characters, over all reports';

CREATE OR REPLACE MACRO figures_of(report) AS TABLE
FROM figures WHERE report_id IN (SELECT report_id FROM reports_named(report)) ORDER BY report_id, char_start;
COMMENT ON MACRO TABLE figures_of IS 'Quantities that a report states';

CREATE OR REPLACE VIEW figures_by_subject AS
SELECT subject, unit, count(*) AS figures, count(DISTINCT report_id) AS reports, min(value) AS lowest,
  median(value) AS median, max(coalesce(value_max, value)) AS highest, min(year) AS first_year, max(year) AS last_year
FROM figures WHERE subject <> '' AND duplicate_of IS NULL
GROUP BY subject, unit ORDER BY reports DESC, figures DESC, subject, unit;
COMMENT ON VIEW figures_by_subject IS 'What is measured, in which unit, how often and between which values; a copied report counts once';

CREATE OR REPLACE VIEW figures_by_kind AS
SELECT kind, qualifier, count(*) AS figures, count(*) FILTER (value IS NULL) AS without_value,
  count(*) FILTER (direction IS NOT NULL) AS changes
FROM statistics GROUP BY kind, qualifier ORDER BY figures DESC, kind, qualifier;
COMMENT ON VIEW figures_by_kind IS 'Quantities by kind and qualifier';

CREATE OR REPLACE VIEW cited_documents AS
SELECT c.title AS document, c.issuer AS document_issuer, c.issued, s.title AS report, s.year, s.region, s.role, s.text,
  s.path, c.char_start, c.char_end, c.citation_id, s.sentence_id, s.report_id, s.duplicate_of
FROM citations c JOIN sentences_with_place s USING (sentence_id)
ORDER BY s.year, c.citation_id;
COMMENT ON VIEW cited_documents IS 'Documents named in 《》, with the sentence that names them and its place';

CREATE OR REPLACE VIEW citations_by_year AS
SELECT document, year, count(DISTINCT report_id) AS reports, count(*) AS mentions
FROM cited_documents WHERE duplicate_of IS NULL
GROUP BY document, year ORDER BY reports DESC, document, year;
COMMENT ON VIEW citations_by_year IS 'Which documents are cited in which year, and by how many reports; a copied report counts once';
