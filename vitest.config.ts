import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig } from 'vitest/config';
import { chromiumArgs, chromiumPath } from './tests/support/browser-path.ts';

export default defineConfig(async () => ({
  test: {
    // Tests wait for other programs (LibreOffice, browsers, parsers) as much as they compute.
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/{unit,store,contract,exchange,independent}/**/*.test.ts'],
        },
      },
      {
        plugins: [react()],
        // Pre-bundle what the tests import: a dependency found late makes Vite reload the page in mid-test.
        optimizeDeps: {
          include: [
            'react',
            'react-dom',
            'react-dom/client',
            'react/jsx-dev-runtime',
            ...['combobox', 'csp-provider', 'dialog', 'menu', 'popover', 'select', 'tooltip'].map(
              (part) => `@base-ui/react/${part}`,
            ),
            '@tanstack/react-query',
            '@tanstack/react-virtual',
            'cmdk',
            'echarts/core',
            'echarts/charts',
            'echarts/components',
            'echarts/renderers',
            'vitest-browser-react',
            'wouter',
            'zod',
          ],
        },
        test: {
          name: 'browser',
          include: ['tests/browser/**/*.test.{ts,tsx}'],
          // One page at a time has the focus.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath: await chromiumPath(), args: chromiumArgs },
            }),
            instances: [{ browser: 'chromium' as const }],
          },
        },
      },
    ],
  },
}));
