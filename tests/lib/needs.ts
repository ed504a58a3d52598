import { execFileSync } from 'node:child_process';
import { findChromium109 } from './find-browser.mjs';
import { findFirefox, findLibreOffice, findPhp, findPoppler, findPostgresFolder, onPath } from './programs.mjs';

/** What is missing and how to get it; `false` when nothing is missing. */
type Missing = string | false;

/**
 * What a test needs of its machine. Each says what is missing, so that it reads
 *
 *     describe.skipIf(needs.libreOffice())('the Word file', …)
 */
export const needs = {
  /** LibreOffice, and Poppler to look at the PDF it makes. */
  libreOffice(): Missing {
    if (!findLibreOffice())
      return 'LibreOffice is missing: install libreoffice-writer-nogui and libreoffice-calc-nogui.';
    if (!findPoppler('pdftotext') || !findPoppler('pdftoppm')) return 'Poppler is missing: install poppler-utils.';
    return false;
  },

  /** A PostgreSQL server: `KL01_POSTGRES_URL`, or the programs to start a private one. */
  postgres(): Missing {
    if (process.env['KL01_POSTGRES_URL'] || findPostgresFolder()) return false;
    return 'PostgreSQL is missing: install postgresql, or name a server in KL01_POSTGRES_URL.';
  },

  /** A JDK and Maven, for the handler in Java. */
  java(): Missing {
    return onPath('javac') && onPath('mvn') ? false : 'Java is missing: install a JDK from 17 on and Maven.';
  },

  /** Mono's compiler, runtime and ASP.NET, for the page and the handler in C#. */
  dotnet(): Missing {
    return ['mcs', 'mono', 'al'].every(onPath) ? false : 'Mono is missing: install mono-devel.';
  },

  /** PHP with the packages that examples/backends/php is written for. */
  php(): Missing {
    return findPhp() ? false : 'PHP is missing: install php-cli, php-mbstring and php-json-schema.';
  },

  /** Firefox ESR, which many offices have beside or instead of a Chromium. */
  firefox(): Missing {
    return findFirefox() ? false : 'Firefox ESR is missing: install firefox-esr.';
  },

  /** Chromium 109, the oldest browser the forms promise to work in. */
  chromium109(): Missing {
    try {
      const { executablePath, env } = findChromium109();
      execFileSync(executablePath, ['--no-sandbox', '--version'], { env: { ...process.env, ...env }, stdio: 'pipe' });
      return false;
    } catch (error) {
      return `Chromium 109 cannot start here (${String(error).split('\n')[0]}): install libnss3.`;
    }
  },
};
