package campaign

import (
	"fmt"
	"maps"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// doing is what a small program does, as strace would tell it of a folder /d, with "told" where it speaks.
type doing []string

func hexed(s string) string {
	var b strings.Builder
	for i := range len(s) {
		fmt.Fprintf(&b, `\x%02x`, s[i])
	}
	return b.String()
}

func opens(path string, flags string) string {
	return fmt.Sprintf(`1 openat(AT_FDCWD<%s>, "%s", %s, 0600) = 3<%s>`, hexed("/"), hexed("/d/"+path), flags, hexed("/d/"+path))
}

func writes(path, data string, offset int) string {
	return fmt.Sprintf(`1 pwrite64(3<%s>, "%s", %d, %d) = %d`, hexed("/d/"+path), hexed(data), len(data), offset, len(data))
}

func syncs(path string) string {
	return fmt.Sprintf(`1 fsync(3<%s>)   = 0`, strings.TrimSuffix(hexed("/d/"+path), `\x2f`))
}

func moves(from, to string) string {
	return fmt.Sprintf(`1 rename("%s", "%s") = 0`, hexed("/d/"+from), hexed("/d/"+to))
}

// speaks stands for words to a person.
const speaks = `1 write(1<\x70>, "\x61", 1) = 1`

// left plays what is done and gives what can be on the disk each time the program speaks: the states of all ways that were
// tried, in a few words.
func left(t *testing.T, lines doing) [][]string {
	t.Helper()
	moments, err := parseTrace(strings.NewReader(strings.Join(lines, "\n")))
	if err != nil {
		t.Fatal(err)
	}
	var all []map[string]bool
	r := rand.New(rand.NewPCG(seed, 1))
	for range 32 {
		d := &disk{root: "/d", synced: map[string]*file{}, now: map[string]*file{}}
		p := &player{disk: d, began: map[*call]int{}, r: r, moment: func() {}}
		spoken := 0
		p.told = func(moment) {
			if spoken++; len(all) < spoken {
				all = append(all, map[string]bool{})
			}
			for _, way := range slices.Repeat(ways(), 4) {
				all[spoken-1][brief(d.cut(way.choose(r, slices.Clone(d.pending))).freeze())] = true
			}
		}
		for _, m := range moments {
			if err := p.play(m); err != nil {
				t.Fatal(err)
			}
		}
	}
	var states [][]string
	for _, at := range all {
		states = append(states, slices.Sorted(maps.Keys(at)))
	}
	return states
}

// brief tells a state as file=runs of bytes.
func brief(s frozen) string {
	var all []string
	for _, path := range slices.Sorted(maps.Keys(s)) {
		runs := ""
		for rest := string(s[path]); rest != ""; {
			n := len(rest) - len(strings.TrimLeft(rest, rest[:1]))
			letter := strings.ReplaceAll(rest[:1], "\x00", "0")
			if letter > "z" || letter < "0" {
				letter = "?"
			}
			if runs += fmt.Sprintf("%d%s ", n, letter); len(runs) > 40 {
				runs, rest = "dirt ", rest[:n]
			}
			rest = rest[n:]
		}
		all = append(all, path+"="+strings.TrimSpace(runs))
	}
	return strings.Join(all, "; ")
}

// What the model says of programs so small that the answer is known.
func TestModel(t *testing.T) {
	a, b := strings.Repeat("a", 1024), strings.Repeat("b", 1024)
	made := doing{opens("x", "O_RDWR|O_CREAT"), syncs("")}
	kept := slices.Concat(made, doing{writes("x", a, 0), syncs("x")})
	tests := []struct {
		name string
		do   doing
		want []string // the states when it speaks
	}{
		{"a name whose folder is not synced", doing{opens("x", "O_RDWR|O_CREAT"), writes("x", a, 0), syncs("x"), speaks}, []string{"", "x=1024a"}},
		{"a name whose folder is synced", slices.Concat(made, doing{speaks}), []string{"x="}},
		{"bytes that are synced", slices.Concat(kept, doing{speaks}), []string{"x=1024a"}},
		{"bytes that are not", slices.Concat(made, doing{writes("x", a, 0), speaks}),
			[]string{"x=", "x=1024 0", "x=1024a", "x=512 0 512a", "x=512a", "x=dirt"}},
		{"sectors over sectors", slices.Concat(kept, doing{writes("x", b, 0), speaks}),
			[]string{"x=1024a", "x=1024b", "x=512a 512b", "x=512b 512a"}},
		{"bytes synced while others were written", slices.Concat(made, doing{
			writes("x", a, 0),
			`1 fsync(3<` + hexed("/d/x") + `> <unfinished ...>`,
			strings.Replace(writes("x", b, 0), "1 ", "2 ", 1),
			`1 <... fsync resumed>) = 0`, speaks,
		}), []string{"x=1024a", "x=1024b", "x=512a 512b", "x=512b 512a"}},
		{"a sync that failed", slices.Concat(kept, doing{
			writes("x", b, 0), strings.Replace(syncs("x"), "= 0", "= -1 EIO (Input/output error) (INJECTED)", 1), syncs("x"), speaks,
		}), []string{"x=1024a", "x=1024b", "x=512a 512b", "x=512b 512a"}},
		{"a move", slices.Concat(kept, doing{moves("x", "y"), speaks}), []string{"x=1024a", "y=1024a"}},
		{"a move over something", slices.Concat(kept, doing{opens("y", "O_RDWR|O_CREAT"), syncs(""), moves("x", "y"), syncs(""), speaks}), []string{"y=1024a"}},
		{"a file cut short", slices.Concat(kept, doing{`1 ftruncate(3<` + hexed("/d/x") + `>, 100) = 0`, speaks}), []string{"x=100a", "x=1024a"}},
		{"a file that is emptied", slices.Concat(kept, doing{opens("x", "O_RDWR|O_CREAT|O_TRUNC"), speaks}), []string{"x=", "x=1024a"}},
		{"a folder that is not synced", doing{
			`1 mkdirat(AT_FDCWD<` + hexed("/") + `>, "` + hexed("/d/f") + `", 0700) = 0`, opens("f/x", "O_RDWR|O_CREAT"), syncs("f"), speaks,
		}, []string{"", "f=; f/x="}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := left(t, test.do)
			if len(got) != 1 {
				t.Fatalf("it spoke %d times", len(got))
			}
			want := slices.Clone(test.want)
			for i := range want {
				want[i] = strings.ReplaceAll(want[i], " 0", "0")
			}
			slices.Sort(want)
			if diff := cmp.Diff(want, got[0]); diff != "" {
				t.Errorf("states (-want +got):\n%s", diff)
			}
		})
	}
}

// What the model has no idea of is refused, and not passed over.
func TestModelRefusesWhatItDoesNotKnow(t *testing.T) {
	for _, line := range []string{
		`1 mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_SHARED, 3<` + hexed("/d/x") + `>, 0) = 0x7f0000000000`,
		`1 fallocate(3<` + hexed("/d/x") + `>, 0, 0, 4096) = 0`,
		`1 writev(3<` + hexed("/d/x") + `>, [{iov_base="\x61", iov_len=1}], 1) = 1`,
		`1 symlinkat("` + hexed("/etc") + `", AT_FDCWD<` + hexed("/") + `>, "` + hexed("/d/x") + `") = 0`,
		moves("x", "elsewhere/x"),
		`1 unlink("` + hexed("x") + `") = 0`,
	} {
		moments, err := parseTrace(strings.NewReader(opens("x", "O_RDWR|O_CREAT") + "\n" + line))
		if err != nil {
			t.Fatal(err)
		}
		d := &disk{root: "/d", synced: map[string]*file{}, now: map[string]*file{}}
		p := &player{disk: d, began: map[*call]int{}, moment: func() {}, told: func(moment) {}}
		if err := p.play(moments[0]); err != nil {
			t.Fatal(err)
		}
		if err := p.play(moments[1]); err == nil {
			t.Errorf("%s was passed over", line)
		}
	}
}

// States are told apart by their marks: equal marks, equal bytes.
func TestMarksTellStatesApart(t *testing.T) {
	r := rand.New(rand.NewPCG(seed, 2))
	d := &disk{root: "/d", synced: map[string]*file{}, now: map[string]*file{}}
	states := map[mark]string{}
	marks := map[string]mark{}
	for range 600 {
		path := string(rune('x' + r.IntN(3)))
		switch f := d.now[path]; {
		case f == nil:
			d.rename(map[string]*file{path: d.newFile(false)})
		case r.IntN(8) == 0:
			d.resize(f, r.IntN(3000))
		case r.IntN(16) == 0:
			d.rename(map[string]*file{path: nil})
		case r.IntN(8) == 0:
			d.sync(path, d.writes)
		case r.IntN(8) == 0:
			d.sync(".", d.writes)
		default:
			d.write(f, r.IntN(2000), []byte(strings.Repeat(string(rune('a'+r.IntN(3))), r.IntN(1200))), func() {})
		}
		for _, way := range ways() {
			s := d.cut(way.choose(r, slices.Clone(d.pending)))
			m, all := s.mark(), fmt.Sprintf("%q", s.freeze())
			if old, ok := states[m]; ok && old != all {
				t.Fatalf("%s: two states have one mark", way.name)
			}
			if old, ok := marks[all]; ok && old != m {
				t.Fatalf("%s: one state has two marks", way.name)
			}
			states[m], marks[all] = all, m
		}
	}
	if len(states) < 300 {
		t.Errorf("only %d states", len(states))
	}
}
