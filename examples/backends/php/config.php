<?php

declare(strict_types=1);

/** What the page needs to know of its host. In yours the unit comes from the session and the clock is the machine's. */

$repository = __DIR__ . '/../../..';

return [
    // Copy both files beside your own; a SHA-256 pins the rulebook: load_rulebook refuses any other.
    'script' => "$repository/packages/forms/dist/kl01-forms.js",
    'rulebook' => "$repository/packages/rules/vectors/hai-phong.kien-an.2023.rulebook.json",
    'sha256' => null,
    'form' => 'de-nghi-cap-quan',

    // Whoever is signed in, whatever a post says.
    'user' => 'officer-17',
    'unit' => ['id' => 'dang-bo-phuong-so-1', 'group' => 'dang-bo', 'name' => 'Đảng bộ phường số 1'],

    // The directive is of 2023: so that its form is open, this page lives then. Yours says new DateTimeImmutable().
    'now' => new DateTimeImmutable(getenv('KL01_NOW') ?: '2023-03-22T08:00:00+07:00'),

    // Where submissions and files are kept, out of the web server's reach.
    'data' => getenv('KL01_DATA') ?: __DIR__ . '/data',
];
