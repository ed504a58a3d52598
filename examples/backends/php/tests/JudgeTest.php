<?php

declare(strict_types=1);

use PHPUnit\Framework\TestCase;

use function Kl01\days_of;
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

    /** @dataProvider judged */
    public function testJudged(object $form, object $case): void
    {
        $head = ['name' => 'x', 'rulebook' => 'r@1', 'now' => '2024-03-01T08:00:00+07:00'];
        $submission = (object) (['rulebook' => 'r@1', 'form' => 'f'] + (array) $case->submission);
        $line = json_encode(['submission' => $submission] + (array) $case + $head);
        $answer = iterator_to_array(judge_lines([self::smallRulebook($form)], [$line]), false)[0];
        $found = array_map(fn (array $finding) => "$finding[rule] $finding[path]", $answer['findings'] ?? [$answer]);
        sort($found);
        sort($case->findings);
        self::assertSame($case->findings, $found);
    }

    public function judged(): iterable
    {
        foreach (self::smallForms() as $form) {
            foreach ($form->cases as $case) {
                yield "$form->name: $case->name" => [$form, $case];
            }
        }
    }

    /** @dataProvider instants */
    public function testTodayIsADayOfTheCalendarAlsoFarAway(string $now, int $today, int $key): void
    {
        $minute = intdiv((new DateTimeImmutable($now))->getTimestamp(), 60);
        self::assertEquals((object) ['today' => $today, 'todayKey' => $key], days_of($minute, '+07:00'));
    }

    public function instants(): array
    {
        return [
            ['1969-12-31T23:59:00+07:00', -1, (12 * 1969 + 11) * 32 + 31],
            ['2024-02-28T17:00:00Z', 19782, (12 * 2024 + 1) * 32 + 29],
            ['0001-01-01T00:00:00+23:59', -719163, 11 * 32 + 31],
            ['9999-12-31T23:59:00Z', 2932897, 12 * 10000 * 32 + 1],
        ];
    }

    /** @dataProvider brokenDerives */
    public function testARulebookWhoseDerivedValuesAreNoneIsNamed(string $derive, string $problem): void
    {
        $rulebook = self::smallRulebook(self::smallForms()[0]);
        $rulebook->forms[0]->derive = json_decode($derive, flags: JSON_THROW_ON_ERROR);
        $this->expectException(DomainException::class);
        $this->expectExceptionMessage($problem);
        self::loaded($rulebook);
    }

    public function brokenDerives(): array
    {
        return [
            ['{}', '/forms/0/derive: there is no list'],
            ['["a"]', '/forms/0/derive/0/as: there is no text'],
            ['[{"as":1,"logic":1}]', '/forms/0/derive/0/as: there is no text'],
            ['[{"as":"a"}]', '/forms/0/derive/0: there is not exactly one'],
            ['[{"as":"a","weeks":"now"}]', '/forms/0/derive/0: there is not exactly one'],
            ['[{"as":"a","days":"now","logic":null}]', '/forms/0/derive/0: there is not exactly one'],
            ['[{"as":"a","months":1}]', '/forms/0/derive/0: there is no path'],
            ['[{"as":"a","share":{"of":1,"part":[1,0],"round":"up"}}]', '/forms/0/derive/0/share: there is no part'],
            ['[{"as":"a","share":{"of":1,"part":[1.5,2],"round":"up"}}]', '/forms/0/derive/0/share: there is no part'],
            ['[{"as":"a","share":{"of":1,"part":[1,2],"round":"UP"}}]', '/forms/0/derive/0/share: there is no part'],
        ];
    }

    public function testARulebookOfAnotherFormatIsNotLoaded(): void
    {
        $rulebook = self::smallRulebook(self::smallForms()[0]);
        $rulebook->rulebook = '9';
        $this->expectExceptionMessage('no rulebook of format');
        self::loaded($rulebook);
    }

    public function testNamesOfARulebookAreNamesLikeAnyOtherAndARowHasALabel(): void
    {
        $places = ['each' => '/t', 'keys' => ['', '__proto__', '0', 'a/b~c']];
        $rulebook = self::smallRulebook((object) [
            'properties' => (object) ['t' => (object) ['type' => ['object', 'null']]],
            'derive' => [(object) ($places + ['as' => '__construct', 'logic' => json_decode('{"!==":[{"var":"item"},null]}')])],
            'rules' => [(object) ($places + [
                'id' => 'row',
                'severity' => 'error',
                'needs' => new stdClass(),
                'path' => '/x',
                'assert' => json_decode('{"===":[{"var":"mark.__construct"},true]}'),
            ])],
        ]);
        $rulebook->forms[0]->rules[0]->message->vi = '{item}: thiếu';
        $rulebook->forms[0]->view->labels->{'/t/a~1b~0c'} = 'Dòng cuối';
        $submission = json_decode('{"rulebook":"r@1","form":"f","t":{"__proto__":1,"":{},"0":null}}');
        self::assertSame(
            ['/t/0/x' => 'Nội dung: thiếu', '/t/a~1b~0c/x' => 'Dòng cuối: thiếu'],
            array_column(judge($rulebook, $submission, new DateTimeImmutable())['findings'], 'message', 'path'),
        );
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

    private static function smallForms(): array
    {
        return json_decode(file_get_contents(self::VECTORS . '/judged.json'), flags: JSON_THROW_ON_ERROR)->forms;
    }

    /** A form of the table judged.json, with what is the same in all. */
    private static function smallRulebook(object $form): object
    {
        $text = ['type' => 'string'];
        $small = [
            'id' => 'f',
            'type' => 'report',
            'schema' => [
                'type' => 'object',
                'properties' => ['rulebook' => $text, 'form' => $text] + (array) $form->properties,
                'additionalProperties' => false,
            ],
            'rules' => array_map(
                fn (object $rule) => (array) $rule + ['element' => 'f', 'message' => ['vi' => '', 'en' => '']],
                $form->rules,
            ),
            'view' => ['labels' => new stdClass()],
        ] + (isset($form->derive) ? ['derive' => $form->derive] : []);
        $rulebook = ['rulebook' => '2', 'id' => 'r', 'version' => '1', 'utcOffset' => '+07:00', 'forms' => [$small]];
        return json_decode(json_encode($rulebook));
    }

    private static function loaded(object $rulebook): object
    {
        $path = tempnam(sys_get_temp_dir(), 'kl01');
        file_put_contents($path, json_encode($rulebook));
        try {
            return load_rulebook($path);
        } finally {
            unlink($path);
        }
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
