// Unpacks the browser of the development dependency into TMPDIR and prints where it is. A process of its own, so that TMPDIR is its own.
import chromium from '@sparticuz/chromium';

console.log(await chromium.executablePath());
