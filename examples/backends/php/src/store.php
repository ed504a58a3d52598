<?php

declare(strict_types=1);

namespace Kl01;

/**
 * What one unit has sent, as docs/storage-contract.md says: every revision of each form and period with its receipt, and files
 * by their SHA-256. A folder is enough to show what a host has to keep; yours will be a database, where a unique key over
 * place and revision does what the lock does here.
 */
final class Store
{
    private string $folder;

    public function __construct(private string $data, private string $unit)
    {
        $this->folder = $data . '/' . rawurlencode($unit);
        is_dir("$this->folder/files") || mkdir("$this->folder/files", 0700, true);
    }

    /**
     * Runs `$work` while no other request of the unit does: what it finds still holds when it stores.
     *
     * @template T
     * @param callable(): T $work
     * @return T
     */
    public function locked(callable $work): mixed
    {
        $lock = fopen("$this->folder/lock", 'c');
        flock($lock, LOCK_EX);
        try {
            return $work();
        } finally {
            fclose($lock);
        }
    }

    /** The revision that stands, `{ submission, receipt, group }`; null when there is none. */
    public function current(string $form, string $period = ''): ?\stdClass
    {
        $revisions = array_map(fn (string $file) => (int) basename($file, '.json'), glob($this->placeOf($form, $period) . '/*.json'));
        return $revisions === [] ? null : $this->revision($form, $period, max($revisions));
    }

    /** The same content, sent before as its revision: equal JSON values, in whatever order their members were sent. */
    public function same(string $form, string $period, mixed $submission): ?\stdClass
    {
        $revision = $submission->revision ?? null;
        $stored = is_int($revision) ? $this->revision($form, $period, $revision) : null;
        return $stored !== null && canonical($stored->submission) === canonical($submission) ? $stored : null;
    }

    /** The revision of a receipt of this unit. */
    public function byReceipt(string $id): ?\stdClass
    {
        foreach (glob("$this->folder/*@*/*.json") as $file) {
            $stored = json_decode(file_get_contents($file));
            if ($stored->receipt->id === $id) {
                return $stored;
            }
        }
        return null;
    }

    /**
     * Adds a revision. Within locked() alone: that it is the next one was looked up there.
     *
     * @param string $receivedAt ISO 8601 with offset
     */
    public function add(string $form, string $period, \stdClass $submission, string $group, string $receivedAt): \stdClass
    {
        $id = bin2hex(random_bytes(16));
        $digests = array_values(array_unique(array_column(announced($submission), 'sha256')));
        $entry = fn (string $sha256) => ['sha256' => $sha256, 'size' => filesize("$this->folder/files/$sha256"), 'href' => "?file=$sha256"];
        $stored = (object) [
            'submission' => $submission,
            'receipt' => (object) [
                'id' => $id,
                'revision' => $submission->revision,
                'receivedAt' => $receivedAt,
                'href' => "?receipt=$id",
                'files' => array_map($entry, $digests),
            ],
            'group' => $group,
        ];
        $place = $this->placeOf($form, $period);
        is_dir($place) || mkdir($place, 0700);
        // All of it or nothing, whenever the process ends.
        file_put_contents("$place/new", json_encode($stored, JSON_UNESCAPED_UNICODE | JSON_PRESERVE_ZERO_FRACTION | JSON_THROW_ON_ERROR));
        rename("$place/new", "$place/$submission->revision.json");
        return $stored;
    }

    /**
     * Of each unit what stands, as review and consolidation take it.
     *
     * @return list<array{submission: \stdClass, at: string, unit: array{id: string, group: string}, receipt: \stdClass}>
     */
    public static function received(string $data, string $form, string $period = ''): array
    {
        $received = [];
        foreach (glob("$data/*", GLOB_ONLYDIR) as $folder) {
            $unit = rawurldecode(basename($folder));
            $stored = (new self($data, $unit))->current($form, $period);
            if ($stored !== null) {
                $received[] = [
                    'submission' => $stored->submission,
                    'at' => $stored->receipt->receivedAt,
                    'unit' => ['id' => $unit, 'group' => $stored->group],
                    'receipt' => $stored->receipt,
                ];
            }
        }
        return $received;
    }

    public function hasFile(string $sha256): bool
    {
        return is_file($this->fileOf($sha256));
    }

    /** Where the bytes lie. What is no digest names no file, whatever path it spells. */
    public function fileOf(string $sha256): string
    {
        return "$this->folder/files/" . (preg_match('/^[0-9a-f]{64}\z/', $sha256) ? $sha256 : 'none');
    }

    public function keepFile(string $sha256, string $uploaded): void
    {
        move_uploaded_file($uploaded, $this->fileOf($sha256));
    }

    /** Deletes files that neither these nor any stored submission announces. Within locked() alone. */
    public function dropFilesBut(array $sha256s): void
    {
        foreach (glob("$this->folder/*@*/*.json") as $stored) {
            $submission = json_decode(file_get_contents($stored))->submission;
            $sha256s = [...$sha256s, ...array_column(announced($submission), 'sha256')];
        }
        foreach (array_diff(array_map('basename', glob("$this->folder/files/*")), $sha256s) as $unnamed) {
            unlink("$this->folder/files/$unnamed");
        }
    }

    private function revision(string $form, string $period, int $revision): ?\stdClass
    {
        $file = $this->placeOf($form, $period) . "/$revision.json";
        return is_file($file) ? json_decode(file_get_contents($file)) : null;
    }

    private function placeOf(string $form, string $period): string
    {
        return "$this->folder/" . rawurlencode($form) . '@' . rawurlencode($period);
    }
}

/** One text for equal JSON values: members sorted by name. */
function canonical(mixed $value): string
{
    $sorted = function (mixed $value) use (&$sorted): mixed {
        if ($value instanceof \stdClass) {
            $members = array_map($sorted, (array) $value);
            ksort($members, SORT_STRING);
            return (object) $members;
        }
        return is_array($value) ? array_map($sorted, $value) : $value;
    };
    return json_encode($sorted($value), JSON_THROW_ON_ERROR);
}
