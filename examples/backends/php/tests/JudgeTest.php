<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

use function Kl01\judge;
use function Kl01\judge_lines;
use function Kl01\load_rulebook;
use function Kl01\logic;
use function Kl01\read_json;

require_once __DIR__ . '/../src/judge-lines.php';

/** All vectors of packages/rules/vectors and the shared table of refused texts, from the same files as in every other language. */
final class JudgeTest extends TestCase
{
    private const VECTORS = __DIR__ . '/../../../../packages/rules/vectors';
    private const SCHEMA_AT_ROOT = [['rule' => 'schema', 'severity' => 'error', 'path' => '']];

    /** @dataProvider vectors */
    public function testVector(string $line): void
    {
        $expect = json_decode($line, true)['expect'];
        $answer = self::answer($line);
        self::assertSame(self::multiset($expect['findings']), self::multiset($answer['findings'] ?? [$answer]));
        self::assertSame($expect['valid'], $answer['valid']);
    }

    public function vectors(): iterable
    {
        foreach (glob(self::VECTORS . '/*.ndjson') as $file) {
            foreach (file($file) as $number => $line) {
                yield basename($file) . ':' . ($number + 1) => [$line];
            }
        }
    }

    /** @dataProvider texts */
    public function testText(object $case): void
    {
        $text = isset($case->bytes) ? hex2bin($case->bytes) : self::joined($case->text);
        $answer = self::answer(self::lineWith($text));
        if (isset($case->refused)) {
            self::assertArrayHasKey('error', $answer);
            $this->expectException(Kl01\Unreadable::class);
            read_json($text);
        } else {
            self::assertEquals($case->same, read_json($text));
            self::assertSame(self::answer(self::lineWith(json_encode($case->same))), $answer);
        }
    }

    public function texts(): iterable
    {
        return self::named(self::refused()->texts);
    }

    /** @dataProvider lines */
    public function testLine(object $case): void
    {
        $answer = self::answer($case->line);
        if ($case->error) {
            self::assertArrayHasKey('error', $answer);
        } else {
            self::assertSame(self::SCHEMA_AT_ROOT, $answer['findings'] ?? $answer);
        }
    }

    public function lines(): iterable
    {
        return self::named(self::refused()->lines);
    }

    public function testABadLineNeverStopsTheOthersAndBlankLinesAreNone(): void
    {
        $good = self::lineWith('null');
        $answers = iterator_to_array(judge_lines(self::rulebooks(), [$good, '{', "\n", " \r\n", $good]), false);
        self::assertSame([false, true, false], array_map(fn (array $answer) => isset($answer['error']), $answers));
    }

    /** @dataProvider valuesInMemory */
    public function testAValueInMemoryThatNoTextIsReadAsGivesAFinding(mixed $value): void
    {
        $verdict = judge(self::rulebooks()[0], $value, new DateTimeImmutable());
        self::assertSame([['schema', 'error', '']], self::multiset($verdict['findings']));
    }

    public function valuesInMemory(): iterable
    {
        $within = new stdClass();
        $within->self = $within;
        yield 'NaN' => [NAN];
        yield 'infinity' => [(object) ['a' => INF]];
        yield '2^53' => [[2 ** 53]];
        yield 'bytes that are not UTF-8' => ["\xff"];
        yield 'a name that is not UTF-8' => [(object) ["\xff" => 1]];
        yield 'an array with keys' => [['form' => 'a']];
        yield 'an object of another class' => [new ArrayObject()];
        yield 'a value within itself' => [$within];
        yield '33 levels' => [json_decode(str_repeat('[', 33) . str_repeat(']', 33))];
    }

    public function testAsManyValuesAsAllowedAreRead(): void
    {
        self::assertCount(99_999, read_json('[' . str_repeat('0,', 99_998) . '0]'));
        $this->expectException(Kl01\Unreadable::class);
        read_json('[' . str_repeat('0,', 99_999) . '0]');
    }

    /** @dataProvider unknownProperties */
    public function testAnUnknownPropertyIsFound(string $name): void
    {
        $rest = '"rulebook":"hai-phong.kien-an.2023@1.0.0","form":"de-nghi-cap-quan"';
        $answer = self::answer(self::lineWith("{{$rest},\"contact\":{{$name}:1}}"));
        self::assertContains(['schema', 'error', '/contact'], self::multiset($answer['findings']));
    }

    public function unknownProperties(): array
    {
        // What PHP or the library has its own ideas of.
        return array_map(fn (string $name) => [$name], [
            '"$schema"', '"$ref"', '"id"', '"0"', '""', '"\u0000"', '"\u0000name"', '"errors"', '"factory"', '"__construct"',
        ]);
    }

    public function testAFractionHoweverSmallIsNone(): void
    {
        $rest = '"rulebook":"hai-phong.kien-an.2023@1.0.0","form":"de-nghi-cap-quan"';
        $answer = self::answer(self::lineWith("{{$rest},\"revision\":2022.00000000001}"));
        self::assertContains(['schema', 'error', '/revision'], self::multiset($answer['findings']));
    }

    public function testMessagesAreFilledInVietnamese(): void
    {
        $submission = ['rulebook' => 'hai-phong.kien-an.2023@1.0.0', 'form' => 'de-nghi-cap-quan'];
        $rulebook = self::rulebooks()[1];
        $now = new DateTimeImmutable('2023-03-22T08:00:00+07:00');
        $unit = ['id' => 'dang-bo-phuong-so-1', 'group' => 'dang-bo'];
        $wrong = (object) ($submission + ['contact' => (object) ['name' => 1]]);
        self::assertSame(
            ['Họ và tên người liên hệ: kiểu dữ liệu không đúng.'],
            array_column(judge($rulebook, $wrong, $now, $unit)['findings'], 'message'),
        );
        foreach (judge($rulebook, (object) $submission, $now, $unit)['findings'] as $finding) {
            self::assertStringNotContainsString('{', $finding['message']);
        }
    }

    public function testAPinnedRulebookIsTheVeryFile(): void
    {
        $this->expectExceptionMessage('pinned');
        load_rulebook(glob(self::VECTORS . '/*.rulebook.json')[0], str_repeat('0', 64));
    }

    /** @dataProvider logicOfTheProfile */
    public function testLogic(string $logic, mixed $expected): void
    {
        $data = json_decode('{"n":7,"zero":"0","list":[1,2,3],"people":[{"kind":"a"},{"kind":"b"}]}');
        self::assertSame($expected, logic(json_decode($logic), $data));
    }

    /** What no published rulebook uses today, and where PHP's own truth differs. */
    public function logicOfTheProfile(): array
    {
        return [
            ['{"-":[{"var":"n"},2]}', 5],
            ['{"-":[{"var":"n"}]}', -7],
            ['{"*":[{"var":"n"},100]}', 700],
            ['{"map":[{"var":"people"},{"var":"kind"}]}', ['a', 'b']],
            ['{"reduce":[{"var":"list"},{"+":[{"var":"current"},{"var":"accumulator"}]},0]}', 6],
            ['{"reduce":[{"var":"nothing"},{"+":[{"var":"accumulator"},1]},0]}', 0],
            ['{"filter":[{"var":"nothing"},true]}', []],
            ['{"some":[{"var":"people"},{"===":[{"var":"kind"},"b"]}]}', true],
            ['{"none":[{"var":"nothing"},true]}', true],
            ['{"!":[{"var":"zero"}]}', false],
            ['{"if":[false,1,false,2,3]}', 3],
            ['{"if":[false,1]}', null],
            ['{"var":"list.0"}', null],
            ['{"var":"constructor"}', null],
        ];
    }

    public function testAnOperatorOutsideTheProfileIsTheRulebooksFault(): void
    {
        $this->expectException(DomainException::class);
        logic(json_decode('{"substr":["Điện Biên",0,4]}'), null);
    }

    private static function rulebooks(): array
    {
        static $rulebooks = null;
        return $rulebooks ??= array_map('Kl01\load_rulebook', glob(self::VECTORS . '/*.rulebook.json'));
    }

    private static function refused(): object
    {
        return json_decode(file_get_contents(__DIR__ . '/../../refused.json'), flags: JSON_THROW_ON_ERROR);
    }

    private static function named(array $cases): iterable
    {
        foreach ($cases as $case) {
            yield $case->name => [$case];
        }
    }

    private static function joined(string|array $text): string
    {
        return implode('', array_map(fn ($part) => is_string($part) ? $part : str_repeat(...$part), (array) $text));
    }

    private static function lineWith(string $submission): string
    {
        $rulebook = self::refused()->rulebook;
        return "{\"rulebook\":\"$rulebook\",\"now\":\"2023-03-24T09:00:00+07:00\",\"submission\":$submission}";
    }

    private static function answer(string $line): array
    {
        return iterator_to_array(judge_lines(self::rulebooks(), [$line]), false)[0];
    }

    private static function multiset(array $findings): array
    {
        $short = array_map(fn (array $finding) => [$finding['rule'], $finding['severity'], $finding['path']], $findings);
        sort($short);
        return $short;
    }
}
