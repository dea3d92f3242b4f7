import type { DiffJob } from './diff-job.ts';
export async function diffThemes(_job: DiffJob): Promise<void> {}
