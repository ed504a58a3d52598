<?php

declare(strict_types=1);

namespace Kl01;

/**
 * What a unit has sent: one current submission for each form, and files by their SHA-256. A folder is enough to show what
 * a host has to keep; yours will be a database.
 */
final class Store
{
    private string $folder;

    public function __construct(string $data, string $unit)
    {
        $this->folder = $data . '/' . rawurlencode($unit);
        is_dir("$this->folder/files") || mkdir("$this->folder/files", 0700, true);
    }

    /** The submission stored last; null when there is none. */
    public function current(string $form): ?\stdClass
    {
        $file = $this->fileOf($form);
        return is_file($file) ? json_decode(file_get_contents($file)) : null;
    }

    /** Keeps it as the current one. False when its revision is not the stored one + 1: somebody else was faster. */
    public function put(string $form, \stdClass $submission): bool
    {
        $lock = fopen("$this->folder/lock", 'c');
        flock($lock, LOCK_EX);
        if (($submission->revision ?? null) !== ($this->current($form)->revision ?? 0) + 1) {
            return false;
        }
        file_put_contents($this->fileOf($form) . '.new', json_encode($submission, JSON_UNESCAPED_UNICODE));
        return rename($this->fileOf($form) . '.new', $this->fileOf($form));
    }

    public function hasFile(string $sha256): bool
    {
        return is_file("$this->folder/files/$sha256");
    }

    public function keepFile(string $sha256, string $uploaded): void
    {
        move_uploaded_file($uploaded, "$this->folder/files/$sha256");
    }

    /** Deletes files that neither these nor any stored submission announces. */
    public function dropFilesBut(array $sha256s): void
    {
        foreach (glob("$this->folder/*.json") as $stored) {
            $sha256s = [...$sha256s, ...array_column(announced(json_decode(file_get_contents($stored))), 'sha256')];
        }
        foreach (array_diff(array_map('basename', glob("$this->folder/files/*")), $sha256s) as $unnamed) {
            unlink("$this->folder/files/$unnamed");
        }
    }

    private function fileOf(string $form): string
    {
        return "$this->folder/" . rawurlencode($form) . '.json';
    }
}
