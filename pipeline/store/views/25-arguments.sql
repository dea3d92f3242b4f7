CREATE OR REPLACE VIEW point_branches AS
WITH RECURSIVE branch AS (
  SELECT point_id AS top, point_id, role AS top_role FROM points
  UNION ALL
  SELECT b.top, p.point_id, b.top_role FROM branch b JOIN points p ON p.parent_id = b.point_id
)
FROM branch;
COMMENT ON VIEW point_branches IS 'Every point with itself and the points inside it';

CREATE OR REPLACE VIEW main_points AS
SELECT p.* FROM points_with_place p LEFT JOIN points o ON o.point_id = p.parent_id
WHERE o.role IS NULL OR o.role <> p.role;
COMMENT ON VIEW main_points IS 'Points that are not a part of a larger point of their role, with their place';

CREATE OR REPLACE VIEW links_with_labels AS
SELECT f.report_id, l.kind, f.label AS from_label, t.label AS to_label, l.score, l.from_point, l.to_point
FROM point_links l
JOIN points f ON f.point_id = l.from_point
JOIN points t ON t.point_id = l.to_point
ORDER BY f.report_id, f.seq, l.score DESC, l.to_point;
COMMENT ON VIEW links_with_labels IS 'Links between points of a report, with their labels';

CREATE OR REPLACE VIEW causes_of_problems AS
WITH told AS (
  SELECT l.to_point AS problem_point, 'point' AS told, c.label AS cause, l.score, c.char_start, c.char_end,
    c.point_id AS cause_point
  FROM point_links l JOIN points c ON c.point_id = l.from_point
  WHERE l.kind = 'cause_of'
  UNION ALL
  SELECT l.to_point, 'inside', c.label, l.score, c.char_start, c.char_end, c.point_id
  FROM point_links l
  JOIN point_branches b ON b.top = l.from_point AND b.point_id <> b.top
  JOIN points c ON c.point_id = b.point_id AND c.role = 'cause'
  WHERE l.kind = 'cause_of'
  UNION ALL
  SELECT p.point_id, 'sentence', replace(c.cause, chr(10), ''), NULL, c.cause_start, c.cause_end, NULL
  FROM causal_pairs c
  JOIN sentences s ON s.sentence_id = c.sentence_id AND s.role IN ('problem', 'cause')
  JOIN points p ON p.point_id = s.point_id AND p.role = 'problem'
  WHERE NOT contains(c.cause, p.label)
)
SELECT p.report_id, p.label AS problem, t.* FROM told t JOIN points p ON p.point_id = t.problem_point
ORDER BY p.report_id, p.seq, t.score DESC NULLS LAST, t.char_start, t.told;
COMMENT ON VIEW causes_of_problems IS 'Why problems are there: a cause that is a point, one told inside such a cause, or one that a sentence of the problem states';

CREATE OR REPLACE VIEW measures_of_problems AS
WITH answered AS (SELECT to_point, from_point, score FROM point_links WHERE kind = 'answers')
SELECT p.report_id, p.point_id AS problem_point, p.label AS problem, m.label AS countermeasure, a.score,
  a.to_point <> p.point_id AS to_whole, m.point_id AS countermeasure_point
FROM points p
JOIN answered a ON a.to_point = p.point_id
  OR (a.to_point = p.parent_id AND NOT EXISTS (SELECT 1 FROM answered own WHERE own.to_point = p.point_id))
JOIN points m ON m.point_id = a.from_point
ORDER BY p.report_id, p.seq, a.score DESC, m.seq;
COMMENT ON VIEW measures_of_problems IS 'What answers problems; a part of a problem that nothing answers by itself is answered with the whole (to_whole)';

CREATE OR REPLACE VIEW chains AS
SELECT p.title, p.year, p.region, p.label AS problem, c.cause, m.countermeasure, c.told AS cause_told,
  c.score AS cause_score, m.score AS answer_score, p.path, p.char_start, p.char_end, c.char_start AS cause_start,
  c.char_end AS cause_end, p.point_id AS problem_point, c.cause_point, m.countermeasure_point, p.report_id,
  p.duplicate_of
FROM points_with_place p
LEFT JOIN causes_of_problems c ON c.problem_point = p.point_id
LEFT JOIN measures_of_problems m ON m.problem_point = p.point_id
WHERE c.problem_point IS NOT NULL OR NOT m.to_whole
ORDER BY p.year, p.report_id, p.char_start, c.score DESC NULLS LAST, c.char_start, m.score DESC, m.countermeasure_point;
COMMENT ON VIEW chains IS 'How reports argue: problem, its causes (a point, one inside it, or in a sentence), the countermeasures that answer it';

CREATE OR REPLACE MACRO chains_of(report) AS TABLE
FROM chains WHERE report_id IN (SELECT report_id FROM reports_named(report))
ORDER BY year, report_id, char_start, cause_score DESC NULLS LAST, cause_start, answer_score DESC, countermeasure_point;
COMMENT ON MACRO TABLE chains_of IS 'Problem, cause and countermeasure of a report';

CREATE OR REPLACE VIEW unanswered AS
SELECT p.title, p.year, p.region, p.label AS problem, p.section_path,
  (SELECT count(*) FROM points x WHERE x.report_id = p.report_id AND x.role = 'countermeasure') AS measures_in_report,
  p.issuer, p.path, p.char_start, p.char_end, p.point_id, p.report_id, p.duplicate_of
FROM main_points p
WHERE p.role = 'problem' AND NOT EXISTS (
  SELECT 1 FROM point_branches b JOIN point_links l ON l.to_point = b.point_id
  WHERE b.top = p.point_id AND l.kind = 'answers'
)
ORDER BY p.year, p.report_id, p.char_start;
COMMENT ON VIEW unanswered IS 'Problems that no countermeasure of their report answers';

CREATE OR REPLACE VIEW unprompted AS
SELECT p.title, p.year, p.region, p.label AS countermeasure, p.section_path,
  (SELECT count(*) FROM points x WHERE x.report_id = p.report_id AND x.role = 'problem') AS problems_in_report,
  p.issuer, p.path, p.char_start, p.char_end, p.point_id, p.report_id, p.duplicate_of
FROM main_points p
WHERE p.role = 'countermeasure' AND NOT EXISTS (
  SELECT 1 FROM point_branches b JOIN point_links l ON l.from_point = b.point_id
  WHERE b.top = p.point_id AND l.kind = 'answers'
)
ORDER BY p.year, p.report_id, p.char_start;
COMMENT ON VIEW unprompted IS 'Countermeasures that answer no problem of their report';

CREATE OR REPLACE VIEW measures_with_place AS
SELECT s.title, s.year, s.region, m.specificity, m.actor, m.action, m.instrument, m.deadline, m.amount, s.text,
  s.section_path, s.path, s.char_start, s.char_end, s.sentence_id, m.point_id, s.report_id, s.duplicate_of
FROM measures m JOIN sentences_with_place s USING (sentence_id)
ORDER BY m.specificity DESC, s.year, s.sentence_id;
COMMENT ON VIEW measures_with_place IS 'Countermeasures by substance: who, what, with which instrument, by when, how much';

CREATE OR REPLACE MACRO measures_of(report) AS TABLE
FROM measures_with_place WHERE report_id IN (SELECT report_id FROM reports_named(report))
ORDER BY specificity DESC, sentence_id;
COMMENT ON MACRO TABLE measures_of IS 'Countermeasures of a report by substance';

CREATE OR REPLACE VIEW point_substance AS
SELECT p.title, p.year, p.region, p.label AS countermeasure, max(m.specificity) AS specificity,
  count(m.sentence_id) AS sentences, arg_max(s.text, m.specificity) AS best, p.section_path, p.path, p.char_start,
  p.char_end, p.point_id, p.report_id, p.duplicate_of
FROM main_points p
JOIN point_branches b ON b.top = p.point_id
JOIN measures m ON m.point_id = b.point_id
JOIN sentences s USING (sentence_id)
WHERE p.role = 'countermeasure'
GROUP BY ALL
ORDER BY specificity DESC, p.year, p.report_id, p.char_start;
COMMENT ON VIEW point_substance IS 'Countermeasures as points, by the substance of their best sentence';

CREATE OR REPLACE VIEW slogans AS
SELECT * FROM point_substance WHERE specificity < 0.25 ORDER BY specificity, year, report_id, char_start;
COMMENT ON VIEW slogans IS 'Countermeasures that commit to nothing: no sentence of them reaches specificity 0.25';

CREATE OR REPLACE VIEW chains_by_year AS
SELECT p.year, count(DISTINCT p.report_id) AS reports, count(*) AS problems,
  count(*) FILTER (caused) AS with_cause, count(*) FILTER (answered) AS answered,
  count(*) FILTER (caused AND answered) AS with_both,
  round(count(*) FILTER (answered) / count(*), 3) AS answered_share
FROM (
  SELECT p.year, p.report_id, p.point_id, bool_or(c.problem_point IS NOT NULL) AS caused,
    bool_or(l.to_point IS NOT NULL) AS answered
  FROM main_points p
  JOIN point_branches b ON b.top = p.point_id
  LEFT JOIN (SELECT DISTINCT problem_point FROM causes_of_problems) c ON c.problem_point = b.point_id
  LEFT JOIN (SELECT DISTINCT to_point FROM point_links WHERE kind = 'answers') l ON l.to_point = b.point_id
  WHERE p.role = 'problem' AND p.duplicate_of IS NULL GROUP BY ALL
) p
GROUP BY p.year ORDER BY p.year;
COMMENT ON VIEW chains_by_year IS 'Problems year by year: how many have a cause, a countermeasure, both; a copied report counts once';

CREATE OR REPLACE VIEW unanswered_by_year AS
SELECT year, problems - answered AS unanswered, problems, reports, round(1 - answered_share, 3) AS unanswered_share
FROM chains_by_year ORDER BY year;
COMMENT ON VIEW unanswered_by_year IS 'Problems that no countermeasure answers, year by year; a copied report counts once';

CREATE OR REPLACE VIEW slogans_by_year AS
SELECT year, count(*) FILTER (specificity < 0.25) AS slogans, count(*) AS countermeasures,
  count(DISTINCT report_id) AS reports, round(avg(specificity), 3) AS mean_specificity,
  round(count(*) FILTER (specificity < 0.25) / count(*), 3) AS slogan_share
FROM point_substance WHERE duplicate_of IS NULL GROUP BY year ORDER BY year;
COMMENT ON VIEW slogans_by_year IS 'Countermeasures that commit to nothing, year by year; a copied report counts once';
