<?php

declare(strict_types=1);

namespace Kl01;

/** What PHP accepts, in bytes and files; null: no limit. The form says so before anything is sent. */
function limits(): array
{
    $bytes = fn (string $setting) => ini_parse_quantity(ini_get($setting)) ?: null;
    return [
        'max-file-bytes' => $bytes('upload_max_filesize'),
        'max-request-bytes' => $bytes('post_max_size'),
        'max-files' => (int) ini_get('max_file_uploads'),
    ];
}

/** PHP hands over an empty $_POST, without a word, where a request is larger than post_max_size. */
function is_too_large(): bool
{
    $max = limits()['max-request-bytes'];
    return $max !== null && (int) ($_SERVER['CONTENT_LENGTH'] ?? 0) > $max;
}

/** A page of another site may post here too, with the officer's cookies: only our own page is heard. */
function is_from_here(): bool
{
    $origin = $_SERVER['HTTP_ORIGIN'] ?? '';
    return $origin === 'http://' . $_SERVER['HTTP_HOST'] || $origin === 'https://' . $_SERVER['HTTP_HOST'];
}

/**
 * The files of a post by the SHA-256 of the bytes that arrived; what a post says of them counts for nothing.
 *
 * @param string $field `submission_files` for an element named `submission`
 * @return array<string, array{name: string, path: string}>
 */
function posted_files(string $field): array
{
    $files = [];
    $posted = $_FILES[$field] ?? [];
    foreach (is_array($posted['error'] ?? null) ? $posted['error'] : [] as $index => $error) {
        // One that was too large or broke off has no bytes; it will be missed below, under the name it was announced by.
        if ($error === UPLOAD_ERR_OK) {
            $path = $posted['tmp_name'][$index];
            $files[hash_file('sha256', $path)] = ['name' => $posted['name'][$index], 'path' => $path];
        }
    }
    return $files;
}

/**
 * The files a submission announces.
 *
 * @return list<array{path: string, name: string, sha256: string}> path: JSON Pointer of the list the file stands in
 */
function announced(mixed $submission): array
{
    $holders = ['' => $submission];
    $nominees = $submission->nominees ?? null;
    foreach (is_array($nominees) ? $nominees : [] as $index => $nominee) {
        $holders["/nominees/$index"] = $nominee;
    }
    $files = [];
    foreach ($holders as $holder => $value) {
        $documents = $value->documents ?? null;
        foreach ($documents instanceof \stdClass ? $documents : [] as $item => $entries) {
            $path = "$holder/documents/" . strtr((string) $item, ['~' => '~0', '/' => '~1']);
            foreach (is_array($entries) ? $entries : [] as $entry) {
                $sha256 = $entry->sha256 ?? null;
                if (is_string($sha256) && preg_match('/^[0-9a-f]{64}\z/', $sha256)) {
                    $name = in_words($entry->name ?? null);
                    $files[] = ['path' => $path, 'name' => $name, 'sha256' => $sha256];
                }
            }
        }
    }
    return $files;
}

/**
 * A finding for each announced file that did not come, and for each that came unannounced.
 *
 * @param list<array> $announced as announced() gives it
 * @param array<string, array{name: string}> $posted by SHA-256
 * @param callable(string): bool $isKept whether the file of a SHA-256 came with an earlier post
 */
function file_findings(array $announced, array $posted, callable $isKept): array
{
    $findings = [];
    foreach ($announced as ['path' => $path, 'name' => $name, 'sha256' => $sha256]) {
        if (!isset($posted[$sha256]) && !$isKept($sha256)) {
            $findings[] = own('upload/missing', $path, 'fileMissing', ['name' => $name]);
        }
    }
    $expected = array_column($announced, 'path', 'sha256');
    foreach (array_diff_key($posted, $expected) as ['name' => $name]) {
        $findings[] = own('upload/unannounced', '', 'fileUnannounced', ['name' => in_words($name)]);
    }
    return $findings;
}

/** A copy in which no document names a file that is not here: those have to be chosen again. */
function without_files(\stdClass $submission, array $missing): \stdClass
{
    $copy = json_decode(json_encode($submission));
    foreach ([$copy, ...(is_array($copy->nominees ?? null) ? $copy->nominees : [])] as $holder) {
        foreach (($holder->documents ?? null) instanceof \stdClass ? $holder->documents : [] as $item => $entries) {
            if (is_array($entries)) {
                $isHere = fn (mixed $entry) => !in_array($entry->sha256 ?? null, $missing, true);
                $holder->documents->{$item} = array_values(array_filter($entries, $isHere));
            }
        }
    }
    return $copy;
}
