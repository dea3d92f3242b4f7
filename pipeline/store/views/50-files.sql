CREATE OR REPLACE VIEW removed_text AS
SELECT f.path, x.rule, x.text, x.source_start, x.source_end, x.source_id
FROM removed x JOIN sources f USING (source_id) ORDER BY f.path, x.seq;
COMMENT ON VIEW removed_text IS 'What was taken out of the files as not theirs (download prompts, page numbers ...), by which rule';

CREATE OR REPLACE VIEW removed_by_rule AS
SELECT rule, count(*) AS removals, count(DISTINCT source_id) AS files, sum(length(text)) AS characters,
  any_value(left(text, 60) ORDER BY source_id, seq) AS example
FROM removed GROUP BY rule ORDER BY characters DESC, rule;
COMMENT ON VIEW removed_by_rule IS 'How much each cleaning rule took out';

CREATE OR REPLACE VIEW warnings AS
SELECT f.path, m.severity, m.code, m.message, substring(f.text, m.source_start + 1, m.source_end - m.source_start) AS text,
  m.source_start, m.source_end, m.source_id
FROM messages m JOIN sources f USING (source_id)
WHERE m.severity <> 'info' ORDER BY f.path, m.source_start, m.code;
COMMENT ON VIEW warnings IS 'Findings about the files that someone should look at';

CREATE OR REPLACE VIEW files AS
SELECT f.path, f.status, f.message, f.format, f.encoding, f.bytes, count(r.report_id) AS reports, f.source_id
FROM sources f LEFT JOIN reports r USING (source_id) GROUP BY ALL ORDER BY f.path;
COMMENT ON VIEW files IS 'Every file with format, encoding, status and number of reports';

CREATE OR REPLACE VIEW files_without_report AS
SELECT f.path, f.status, f.message, f.source_id FROM sources f
WHERE f.status <> 'ok' ORDER BY f.status, f.path;
COMMENT ON VIEW files_without_report IS 'Files that are empty, unreadable or a duplicate, and why';
