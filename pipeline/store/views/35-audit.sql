CREATE OR REPLACE VIEW audited_figures AS
SELECT a.finding_id, a.position, q.subject, q.surface, q.value, q.unit, q.year, s.text, r.title, r.year AS report_year,
  r.region, p.section_path, f.path, q.char_start, q.char_end, q.statistic_id, s.sentence_id, r.report_id, r.duplicate_of
FROM (
  SELECT finding_id, unnest(statistic_ids) AS statistic_id, generate_subscripts(statistic_ids, 1) AS position
  FROM audit_findings
) a
JOIN statistics q USING (statistic_id)
JOIN sentences s USING (sentence_id)
JOIN reports r USING (report_id)
JOIN sources f USING (source_id)
LEFT JOIN section_paths p ON p.section_id = s.section_id
ORDER BY a.finding_id, a.position;
COMMENT ON VIEW audited_figures IS 'The figures of every finding of the audit, the whole or the claim first, with sentence and place';

CREATE OR REPLACE VIEW contradictions AS
SELECT a.severity, a.kind, a.arithmetic, a.stated, a.expected, f.figures, f.sentences, r.title, r.year, r.region,
  s.path, f.char_start, f.char_end, a.finding_id, r.report_id
FROM audit_findings a
JOIN reports r USING (report_id)
JOIN sources s USING (source_id)
JOIN (
  SELECT finding_id, list(subject || ' ' || surface ORDER BY position) AS figures,
    list(DISTINCT text ORDER BY text) AS sentences, first(char_start ORDER BY position) AS char_start,
    first(char_end ORDER BY position) AS char_end
  FROM audited_figures GROUP BY finding_id
) f USING (finding_id)
WHERE a.severity IN ('error', 'warning') AND r.duplicate_of IS NULL
ORDER BY r.year, r.report_id, f.char_start, a.finding_id;
COMMENT ON VIEW contradictions IS 'Figures that contradict each other, with the sum spelled out; char_start and char_end frame the first; copies left out';

CREATE OR REPLACE VIEW audit_by_kind AS
SELECT kind, severity, count(*) AS findings, count(DISTINCT report_id) AS reports
FROM audit_findings JOIN reports USING (report_id)
WHERE duplicate_of IS NULL GROUP BY kind, severity ORDER BY kind, severity;
COMMENT ON VIEW audit_by_kind IS 'Findings of the audit by kind and severity; a copied report counts once';

CREATE OR REPLACE VIEW policies_by_year AS
SELECT document, mode(document_issuer) AS document_issuer, min(issued) AS issued, year, count(DISTINCT report_id) AS reports,
  count(*) AS mentions, list(DISTINCT report ORDER BY report) AS cited_by
FROM cited_documents WHERE duplicate_of IS NULL
GROUP BY document, year ORDER BY document, year;
COMMENT ON VIEW policies_by_year IS 'Which reports of a year cite which document, who issued it and when; a copied report counts once';
