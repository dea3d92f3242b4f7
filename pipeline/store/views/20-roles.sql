CREATE OR REPLACE VIEW problems AS FROM sentences_with_place WHERE role = 'problem';
COMMENT ON VIEW problems IS 'Problems (问题), sentence by sentence, with their place';

CREATE OR REPLACE VIEW causes AS FROM sentences_with_place WHERE role = 'cause';
COMMENT ON VIEW causes IS 'Causes (原因), sentence by sentence, with their place';

CREATE OR REPLACE VIEW countermeasures AS FROM sentences_with_place WHERE role = 'countermeasure';
COMMENT ON VIEW countermeasures IS 'Countermeasures (对策), sentence by sentence, with their place';

CREATE OR REPLACE VIEW practices AS FROM sentences_with_place WHERE role = 'practice';
COMMENT ON VIEW practices IS 'What has been done already (做法), sentence by sentence, with its place';

CREATE OR REPLACE MACRO problems_of(report) AS TABLE
FROM problems WHERE report_id IN (SELECT report_id FROM reports_named(report)) ORDER BY year, report_id, char_start;
COMMENT ON MACRO TABLE problems_of IS 'Problems of a report';

CREATE OR REPLACE MACRO causes_of(report) AS TABLE
FROM causes WHERE report_id IN (SELECT report_id FROM reports_named(report)) ORDER BY year, report_id, char_start;
COMMENT ON MACRO TABLE causes_of IS 'Causes in a report';

CREATE OR REPLACE MACRO countermeasures_of(report) AS TABLE
FROM countermeasures WHERE report_id IN (SELECT report_id FROM reports_named(report)) ORDER BY year, report_id, char_start;
COMMENT ON MACRO TABLE countermeasures_of IS 'Countermeasures of a report';

CREATE OR REPLACE MACRO points_of(report) AS TABLE
FROM points_with_place WHERE report_id IN (SELECT report_id FROM reports_named(report)) ORDER BY year, report_id, char_start;
COMMENT ON MACRO TABLE points_of IS 'Points (要点) of a report';

CREATE OR REPLACE MACRO sentences_with(words) AS TABLE
FROM sentences_with_place WHERE contains(text, CAST(words AS VARCHAR));
COMMENT ON MACRO TABLE sentences_with IS 'Sentences that hold these characters';

CREATE OR REPLACE MACRO role_by_year(role_name) AS TABLE
WITH per_report AS (
  SELECT r.report_id, r.year, r.duplicate_of IS NOT NULL AS copied, count(s.sentence_id) AS sentences,
    (SELECT count(*) FROM points p WHERE p.report_id = r.report_id AND p.role = CAST(role_name AS VARCHAR)) AS points
  FROM reports r
  LEFT JOIN sentences s ON s.report_id = r.report_id AND s.role = CAST(role_name AS VARCHAR)
  GROUP BY ALL
)
SELECT year, count(*) FILTER (NOT copied) AS reports,
  count(*) FILTER (NOT copied AND sentences > 0) AS reports_with,
  round(count(*) FILTER (NOT copied AND sentences > 0) / nullif(count(*) FILTER (NOT copied), 0), 3) AS share,
  coalesce(sum(points) FILTER (NOT copied), 0) AS points,
  coalesce(sum(sentences) FILTER (NOT copied), 0) AS sentences,
  sum(sentences) AS sentences_with_copies
FROM per_report GROUP BY year ORDER BY year;
COMMENT ON MACRO TABLE role_by_year IS 'Reports, points and sentences of a role, year by year; a copied report counts once';

CREATE OR REPLACE VIEW problems_by_year AS FROM role_by_year('problem');
COMMENT ON VIEW problems_by_year IS 'Problems (问题) year by year: reports that raise any, points, sentences; a copied report counts once';

CREATE OR REPLACE VIEW causes_by_year AS FROM role_by_year('cause');
COMMENT ON VIEW causes_by_year IS 'Causes (原因) year by year; a copied report counts once';

CREATE OR REPLACE VIEW countermeasures_by_year AS FROM role_by_year('countermeasure');
COMMENT ON VIEW countermeasures_by_year IS 'Countermeasures (对策) year by year; a copied report counts once';

CREATE OR REPLACE VIEW roles_by_year AS
SELECT r.year, count(DISTINCT r.report_id) AS reports,
  count(*) FILTER (s.role = 'problem') AS problem,
  count(*) FILTER (s.role = 'cause') AS cause,
  count(*) FILTER (s.role = 'countermeasure') AS countermeasure,
  count(*) FILTER (s.role = 'practice') AS practice,
  count(*) FILTER (s.role = 'context') AS context
FROM reports r LEFT JOIN sentences s USING (report_id)
WHERE r.duplicate_of IS NULL GROUP BY r.year ORDER BY r.year;
COMMENT ON VIEW roles_by_year IS 'Sentences of every role year by year; a copied report counts once';

CREATE OR REPLACE VIEW roles_by_region AS
SELECT r.region, count(DISTINCT r.report_id) AS reports,
  count(*) FILTER (s.role = 'problem') AS problem,
  count(*) FILTER (s.role = 'cause') AS cause,
  count(*) FILTER (s.role = 'countermeasure') AS countermeasure,
  count(*) FILTER (s.role = 'practice') AS practice,
  count(*) FILTER (s.role = 'context') AS context
FROM reports r LEFT JOIN sentences s USING (report_id)
WHERE r.duplicate_of IS NULL GROUP BY r.region ORDER BY reports DESC, r.region;
COMMENT ON VIEW roles_by_region IS 'Sentences of every role region by region; a copied report counts once';

CREATE OR REPLACE VIEW points_by_role AS
SELECT role, count(*) AS points, count(DISTINCT report_id) AS reports,
  round(count(*) / nullif(count(DISTINCT report_id), 0), 1) AS points_per_report
FROM points JOIN reports USING (report_id)
WHERE duplicate_of IS NULL GROUP BY role ORDER BY points DESC, role;
COMMENT ON VIEW points_by_role IS 'Points (要点) of every role; a copied report counts once';

CREATE OR REPLACE VIEW causal_links AS
SELECT c.cause, c.effect, c.cue, s.title, s.year, s.region, s.text, s.path, c.cause_start, c.cause_end, c.effect_start,
  c.effect_end, s.sentence_id, s.report_id, s.duplicate_of
FROM causal_pairs c JOIN sentences_with_place s USING (sentence_id)
ORDER BY s.year, s.sentence_id, c.seq;
COMMENT ON VIEW causal_links IS 'Cause and effect that one sentence links (由于…导致…), with their place';

CREATE OR REPLACE VIEW low_confidence AS
SELECT s.confidence, s.role, s.text, v.others, s.title, s.year, s.section_path, s.path, s.char_start, s.char_end,
  s.sentence_id, s.report_id
FROM sentences_with_place s
LEFT JOIN (
  SELECT sentence_id, string_agg(DISTINCT role, ', ' ORDER BY role) AS others FROM votes WHERE weight > 0 GROUP BY sentence_id
) v USING (sentence_id)
WHERE s.confidence < 0.6 AND s.role NOT IN ('heading', 'noise')
ORDER BY s.confidence, s.sentence_id;
COMMENT ON VIEW low_confidence IS 'Sentences whose role is unsure (confidence below 0.6), least sure first, with the roles that got votes';

CREATE OR REPLACE VIEW rule_votes AS
SELECT v.rule, v.role, count(*) AS sentences, round(avg(v.weight), 3) AS weight,
  round(avg(CASE WHEN s.role = v.role THEN 1 ELSE 0 END), 3) AS followed
FROM votes v JOIN sentences s USING (sentence_id)
GROUP BY v.rule, v.role ORDER BY sentences DESC, v.rule, v.role;
COMMENT ON VIEW rule_votes IS 'How often each rule speaks, and the share of its sentences that got the role that it names';

CREATE OR REPLACE VIEW frequent_terms AS
SELECT t.role, t.term, sum(t.count) AS count, count(DISTINCT t.report_id) AS reports
FROM terms t JOIN reports r USING (report_id)
WHERE r.duplicate_of IS NULL AND length(t.term) > 1
GROUP BY t.role, t.term ORDER BY reports DESC, count DESC, t.role, t.term;
COMMENT ON VIEW frequent_terms IS 'Words of each role by the number of reports that use them; a copied report counts once';
