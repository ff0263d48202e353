/** Which Chromium the tests drive, and how. CHROMIUM names one; `CHROMIUM=carried` takes the one in the packages. */
import { headlessArgs, headlessChromium } from '../../scripts/browsers.mjs';

export const chromiumArgs: string[] = headlessArgs;
export const chromiumPath: () => Promise<string> = headlessChromium;
