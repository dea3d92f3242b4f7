CREATE OR REPLACE VIEW points_with_themes AS
SELECT t.label AS theme, x.score, p.role, p.label, p.title, p.year, p.region, p.section_path, p.issuer, p.path,
  p.char_start, p.char_end, x.terms, t.origin, t.theme_id, p.point_id, p.report_id, p.duplicate_of
FROM point_themes x
JOIN themes t USING (theme_id)
JOIN points_with_place p USING (point_id)
ORDER BY t.theme_id, p.year, p.point_id;
COMMENT ON VIEW points_with_themes IS 'Every point (要点) with each of its themes, the words that speak for it, and its place';

CREATE OR REPLACE MACRO points_of_theme(theme) AS TABLE
SELECT p.* FROM points_with_themes p
WHERE p.theme = CAST(theme AS VARCHAR) OR p.theme_id = CAST(theme AS VARCHAR)
ORDER BY p.year, p.report_id, p.char_start;
COMMENT ON MACRO TABLE points_of_theme IS 'Points of a theme, by its name or id, with their place';

CREATE OR REPLACE VIEW theme_counts AS
SELECT t.parent_label AS "group", t.label AS theme, t.origin,
  count(DISTINCT p.point_id) FILTER (p.duplicate_of IS NULL) AS points,
  count(DISTINCT p.point_id) AS points_with_copies,
  count(DISTINCT p.report_id) FILTER (p.duplicate_of IS NULL) AS reports,
  count(DISTINCT p.report_id) AS reports_with_copies,
  count(*) FILTER (p.role = 'problem' AND p.duplicate_of IS NULL) AS problem,
  count(*) FILTER (p.role = 'cause' AND p.duplicate_of IS NULL) AS cause,
  count(*) FILTER (p.role = 'countermeasure' AND p.duplicate_of IS NULL) AS countermeasure,
  count(*) FILTER (p.role = 'practice' AND p.duplicate_of IS NULL) AS practice,
  min(p.year) AS first_year, max(p.year) AS last_year, t.label_en, t.theme_id
FROM themes t LEFT JOIN points_with_themes p USING (theme_id)
GROUP BY ALL ORDER BY points DESC, points_with_copies DESC, t.theme_id;
COMMENT ON VIEW theme_counts IS 'Themes by points and reports, in all and by role; a copied report counts once, beside the raw counts';

CREATE OR REPLACE VIEW themes_by_year AS
SELECT theme, origin, year, count(DISTINCT point_id) FILTER (duplicate_of IS NULL) AS points,
  count(DISTINCT point_id) AS points_with_copies,
  count(DISTINCT report_id) FILTER (duplicate_of IS NULL) AS reports, theme_id
FROM points_with_themes GROUP BY ALL ORDER BY theme_id, year;
COMMENT ON VIEW themes_by_year IS 'Points of every theme year by year; a copied report counts once, beside the raw count';
