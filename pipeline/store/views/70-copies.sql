CREATE OR REPLACE VIEW copied_text AS
SELECT r.title, r.year, r.region, substring(r.text, c.char_start + 1, c.char_end - c.char_start) AS passage,
  o.title AS other_title, o.year AS other_year, o.region AS other_region,
  substring(o.text, c.other_start + 1, c.other_end - c.other_start) AS other_passage,
  c.matched, r.duplicate_of IS NOT DISTINCT FROM c.other_id AS is_original,
  c.char_start, c.char_end, c.other_start, c.other_end, c.report_id, c.other_id
FROM copied_passages c
JOIN reports r ON r.report_id = c.report_id
JOIN reports o ON o.report_id = c.other_id
ORDER BY c.report_id, c.char_start, c.other_id;
COMMENT ON VIEW copied_text IS 'Passages of reports beside the earlier ones that they stand in';

CREATE OR REPLACE VIEW report_originality AS
WITH marks AS (
  SELECT report_id, char_start, char_end,
    max(char_end) OVER (PARTITION BY report_id ORDER BY char_start, char_end ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reached
  FROM copied_passages
), copied AS (
  SELECT report_id, sum(greatest(0, char_end - greatest(char_start, coalesce(reached, 0)))) AS characters
  FROM marks GROUP BY report_id
)
SELECT r.title, r.year, r.region, round(1 - coalesce(c.characters, 0) / greatest(1, length(r.text)), 3) AS originality,
  length(r.text) AS characters, coalesce(c.characters, 0)::INTEGER AS copied_characters, r.similarity, r.duplicate_of, r.report_id
FROM reports r LEFT JOIN copied c USING (report_id)
ORDER BY originality, r.report_id;
COMMENT ON VIEW report_originality IS 'Share of every report that stands in no earlier one';

CREATE OR REPLACE VIEW copy_clusters AS
SELECT o.title AS original, o.year, o.region, count(*) AS copies, round(min(r.similarity), 3) AS least_similarity,
  list(r.title ORDER BY r.year, r.report_id) AS titles, min(r.year) AS first_copy, max(r.year) AS last_copy,
  o.report_id, list(r.report_id ORDER BY r.report_id) AS copy_ids
FROM reports r JOIN reports o ON o.report_id = r.duplicate_of
GROUP BY o.title, o.year, o.region, o.report_id ORDER BY copies DESC, o.report_id;
COMMENT ON VIEW copy_clusters IS 'Originals with the reports that copy them';

CREATE OR REPLACE VIEW template_text AS
WITH members AS (SELECT duplicate_of AS report_id, count(*) AS copies FROM reports WHERE duplicate_of IS NOT NULL GROUP BY ALL),
shared AS (
  SELECT s.report_id, s.sentence_id, s.seq, s.text, m.copies, count(DISTINCT c.report_id) AS used
  FROM members m JOIN sentences s USING (report_id)
  JOIN copied_passages c ON c.other_id = s.report_id AND c.other_start <= s.char_start AND s.char_end <= c.other_end + 1
  JOIN reports r ON r.report_id = c.report_id AND r.duplicate_of = s.report_id
  GROUP BY ALL
)
SELECT text, used, copies, report_id, sentence_id FROM shared WHERE used >= copies / 2 ORDER BY report_id, seq;
COMMENT ON VIEW template_text IS 'The template of copied reports: sentences of the original that at least half of its copies have';
