package cli

import (
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"informed/internal/app"
	"informed/internal/region"
)

// settings is how a questionnaire is to be run.
type settings struct {
	lang    string // "" is the questionnaire's
	plain   bool
	region  *region.Region // nil is none
	color   string         // auto, always or never
	copies  app.Copies
	offer   bool // an unfinished record is offered
	keeping keeping
}

// keys names the settings: flags without their dashes, INFORMED_ and upper case in the environment, keys of the file. The
// region, the recipients, the retention, who counsels and when a witness signs belong to the place and not to one sitting, so
// that they have no flag.
func keys() []string {
	return []string{"color", "counsellor", "counsellor-id", "counsellor-role", "export", "lang", "no-store", "offer", "out", "plain", "recipients", "region", "retention", "store", "witness"}
}

func colors() []string { return []string{"auto", "always", "never"} }

// source is one place where settings are made.
type source struct {
	name  func(key string) string // how a person calls the setting there
	value func(key string) string // "" where it is not made
}

// sources are the places in the order in which they are looked through.
type sources []source

// pick gives a setting from the first place where it is made, and how it is called there.
func (all sources) pick(key string) (value, name string) {
	for _, source := range all {
		if value := source.value(key); value != "" {
			return value, source.name(key)
		}
	}
	return "", ""
}

// rank says how far down the place is where a setting is made; one that is made nowhere comes after all.
func (all sources) rank(key string) int {
	made := func(s source) bool { return s.value(key) != "" }
	if i := slices.IndexFunc(all, made); i >= 0 {
		return i
	}
	return len(all)
}

// sources gives flags, the environment, conventions of other programs, and the file, in this order.
func (s System) sources(flags *pflag.FlagSet) (sources, error) {
	file, err := s.settingsFile()
	if err != nil {
		return nil, err
	}
	return sources{flagged(flags), s.environment(), s.conventions(), file}, nil
}

func (s System) settings(flags *pflag.FlagSet) (settings, error) {
	places, err := s.sources(flags)
	if err != nil {
		return settings{}, err
	}
	lang, _ := places.pick("lang")
	out, _ := places.pick("out")
	plain, _ := places.pick("plain")
	export, exportFrom := places.pick("export")
	color, colorFrom := places.pick("color")
	made := settings{lang: lang, plain: on(plain), color: color, copies: app.Copies{Formats: split(export), Out: out}}
	if made.color == "" {
		made.color = "auto"
	}
	if !slices.Contains(colors(), made.color) {
		return settings{}, usage(fmt.Errorf("%s: there is no %q", colorFrom, color), "use one of: "+strings.Join(colors(), ", "))
	}
	if err := known(made.copies.Formats, exportFrom); err != nil {
		return settings{}, err
	}
	if made.keeping, err = s.keeping(places); err != nil {
		return settings{}, err
	}
	offer, offerFrom := places.pick("offer")
	made.offer = offerFrom == "" || on(offer)
	made.region, err = s.region(places)
	return made, err
}

// known refuses formats that there are not.
func known(formats []string, from string) error {
	for _, format := range formats {
		if !slices.Contains(app.FormatNames(), format) {
			return usage(fmt.Errorf("%s: there is no format %q", from, format), "use one of: "+strings.Join(app.FormatNames(), ", "))
		}
	}
	return nil
}

func flagged(flags *pflag.FlagSet) source {
	return source{
		name: func(key string) string { return "--" + key },
		value: func(key string) string {
			f := flags.Lookup(key)
			if f == nil || !f.Changed {
				return ""
			}
			if list, ok := f.Value.(pflag.SliceValue); ok {
				return strings.Join(list.GetSlice(), ",")
			}
			return f.Value.String()
		},
	}
}

func (s System) environment() source {
	name := func(key string) string { return "INFORMED_" + strings.ToUpper(strings.ReplaceAll(key, "-", "_")) }
	return source{name: name, value: func(key string) string { return s.Env(name(key)) }}
}

// conventions are variables that many programs heed. What those about colour mean is known where colours are chosen; here
// they only go before the file.
func (s System) conventions() source {
	value := func(key string) string {
		switch {
		case key == "color" && s.Env("NO_COLOR")+s.Env("CLICOLOR_FORCE")+s.Env("CLICOLOR") != "":
			return "auto"
		case key == "plain":
			return s.Env("ACCESSIBLE")
		default:
			return ""
		}
	}
	return source{name: func(string) string { return "the environment" }, value: value}
}

// settingsPath says where the file of settings would be, "" where that is not known.
func (s System) settingsPath() string {
	dir := s.Env("XDG_CONFIG_HOME")
	if home := s.Env("HOME"); !filepath.IsAbs(dir) {
		if home == "" {
			return ""
		}
		dir = filepath.Join(home, ".config")
	}
	return filepath.Join(dir, "informed", "config.yaml")
}

// settingsFile reads the file of settings, which need not be there.
func (s System) settingsFile() (source, error) {
	none := source{value: func(string) string { return "" }}
	name := s.settingsPath()
	if name == "" {
		return none, nil
	}
	data, err := app.ReadFile(name, app.MaxSmall)
	if errors.Is(err, fs.ErrNotExist) {
		return none, nil
	}
	if err != nil {
		return none, err
	}
	made, found := app.ReadSettings(name, data, keys())
	if len(found) > 0 {
		tell(s.Err, found)
		return none, usage(fmt.Errorf("read the settings in %s: they have errors", name), "mend them, or take the file away")
	}
	return source{name: func(key string) string { return name + ": " + key }, value: func(key string) string { return made[key] }}, nil
}

// on reads a switch: empty, 0, false, no and off are off.
func on(value string) bool {
	return !slices.Contains([]string{"", "0", "false", "no", "off"}, strings.ToLower(value))
}

func split(list string) []string {
	var values []string
	for _, value := range strings.Split(list, ",") {
		if value = strings.TrimSpace(value); value != "" {
			values = append(values, value)
		}
	}
	return values
}
