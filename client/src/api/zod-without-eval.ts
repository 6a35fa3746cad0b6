// Tells zod, before any schema is made, to check without compiling: the content security policy forbids making code from text,
// and zod's own probe for it would be reported as a violation.
import { config } from 'zod';

config({ jitless: true });
