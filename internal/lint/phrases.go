package lint

import (
	"regexp"
	"strings"
)

// phrase is a way of saying something that no text for patients may use.
type phrase struct {
	code    string
	hint    string
	pattern func() *regexp.Regexp
	// reported phrases may stand where somebody else says them, where they are asked about, and where they are denied:
	// "Did anyone promise a cure?", "Nobody can promise a cure." The others may stand in quotes and wrong options alone.
	reported bool
}

// phrases is the list, in the order of what they do to a reader: choose for them, let them through, promise, sell, judge.
var phrases = []phrase{
	{code: "advice", hint: "say what to ask or to find out; the choice is theirs", pattern: oneOf(
		`you (should|must|ought to|need to|had better) (not )?have (it|this|that|the|a|an|these|those|your|one)\b`,
		`you (should|must|ought to|need to|had better) (not )?(get|take|choose|agree|accept|say|decline|go ahead|join|start|undergo|sign|travel|wait|avoid)\b`,
		`(we|i) (strongly )?(recommend|advise|suggest|urge)\b`, `(our|my) (advice|recommendation)\b`, `(is|are) (not )?recommended\b`,
		`the (best|right|wrong|safest|better) (choice|decision|option|treatment|thing to do)`, `(this|it|that|treatment|trial|test|clinic) (is|would be) (the )?(best|right|wrong|better) (\w+ )?for you\b`,
		`you do not need (a|the|to see a|to ask a) (doctor|second)`, `it is (better|best|wise) (to|not to) (have|wait|say|join|go)`)},
	{code: "advice", hint: "say what to ask or to find out; the choice is theirs", pattern: late(`(?i)(?:^|[:;] )(?:` +
		`(do not|don't|never) (have|take|get|choose|agree|accept|join|sign|pay|undergo|buy|go ahead)\b|` +
		`(choose|accept|decline|have|get|buy|avoid|refuse) (this|the|that|such|these) (treatments?|cells?|trial|test|offers?|clinics?))`)},
	{code: "clearance", hint: "no list can let a person through; say what was answered and what is open", pattern: oneOf(
		`you (may|can|could|are free to|are ready to) (now )?(go ahead|proceed|start (the )?treatment|be treated|have (it|the treatment|the cells))`,
		`you (are|were|have been) (cleared|eligible|suitable|fit|approved|accepted|a (good )?candidate)\b`, `(all[- ]clear|cleared for|clearance|good to go|green light)\b`,
		`ready (for|to start|to have) (the )?treatment\b`, `(nothing|no problems?|no risks?|no danger) (was |were )?(found|to worry)`,
		`(clinic|offer|treatment|product|trial|doctor|plan|test|everything)s? (is|are|looks?|seems?|sounds?) (fine|okay|ok|all right|in order|trustworthy|sound|legitimate|genuine|good)\b`,
		`you have (given )?(your )?consented?\b`, `this is (your )?consent\b`)},
	{code: "judging", hint: "say \"talk about it again\"; a person is never tested", pattern: oneOf(
		`you (have )?(passed|failed)\b`, `your (score|mark|grade)\b`,
		`(you are|that is|that was) (wrong|mistaken|incorrect)\b`)},
	{code: "judging", hint: "say \"talk about it again\"; a person is never tested", pattern: late(
		`(?i)^(wrong|incorrect|correct|well done|good job|false)\b[.!,]`)},
	{code: "judging", hint: "say \"talk about it again\"; a person is never tested", reported: true, pattern: oneOf(
		`(wrong|incorrect|correct|right) answers?\b`)},
	{code: "promise", hint: "say what was seen, in how many people, and what is not known", reported: true, pattern: oneOf(
		`guarantee\w*`, `(we|i|doctors?|the clinic|this treatment) promises?\b`, `promising\b`, `cur(e|es|ed|ing)\b`, `(sure|certain|bound) to (work|help|heal|get better|succeed)`, `(always|surely|certainly) (works?|helps?|heals?)\b`,
		`(will|is going to) (heal|cure|fix|restore|work|help you|make you (well|better)|give you back)\b`, `you will (get|be|feel) (well|better|healed|cured|fine)\b`,
		`(has|have|is|are) (been )?proven\b`, `(risk[- ]free|harmless|painless|foolproof|fail-?safe)\b`, `saf(e|er|est|ely|ety)\b`,
		`(no|without|zero) (any )?(risks?|side effects?|dangers?)\b`, `(does|do|causes?) no harm\b`, `perfect(ly)?\b`, `nothing (can|will|could) go wrong\b`)},
	{code: "selling", hint: "leave it out, or say what was seen", reported: true, pattern: oneOf(
		`(cutting[- ]edge|breakthroughs?|revolutionary|miracles?|miraculous|state[- ]of[- ]the[- ]art|world[- ]class|groundbreaking|game[- ]chang\w+|pioneering|amazing|incredible|exclusive)\b`,
		`(all[- ])?natural(ly)?\b`, `(only|just|merely) \d+ ?(%|of|in|percent)`, `the future of (medicine|healthcare|care)\b`)},
	{code: "blame", hint: "use \"person\", \"say no\", \"talk about it again\", \"has\"", pattern: oneOf(
		`(human|study|trial|research) subjects?\b`, `subjects\b`, `(you|patients?|people|who|they) (refuse[sd]?|fail(s|ed)?)\b`, `victims?\b`, `suffer(s|ing|ers?)? from\b`, `non-?complian\w+`)},
	{code: "therapy", hint: "say \"treatment\"; where it is not proven, say \"not proven\"", reported: true, pattern: oneOf(
		`experimental (therapy|therapies|treatments?)\b`, `stem cell therap(y|ies)\b`)},
	{code: "approval", hint: "registered, listed, accredited and allowed are not approved; say which it is", reported: true, pattern: oneOf(
		`(only|sole) (\w+ )?approved\b`, `(regist(ered|ration)|listed|listing|accredit(ed|ation)|licen[cs]ed|legal|allowed) (by law )?(means|shows|proves|so|is the same as|which means)\b.{0,40}\b(approved|proven|safe|works?|checked)\b`,
		`approved (by|on|in) (a|the)? ?(register|registry|list|state|law)\b`, `(unapproved|not approved|unproven|not proven) (is|are|means) (illegal|fraud|a fraud|against the law|a scam)\b`)},
	{code: "named-regulator", hint: "say \"the health regulator\" and ask for the facts under local; a region has the names", pattern: late(
		`\b(FDA|EMA|MHRA|TGA|PMDA|SFDA|NPRA|MHLW|HTA|HFEA|MedWatch|Yellow Card|GINA|HIPAA|ARTG|BLA|IND|ClinicalTrials\.gov|CTIS|Right[- ]to[- ]Try)\b`)},
	{code: "ruling", hint: "scholars and bodies differ; name who says it, and give no ruling", pattern: oneOf(
		`(islam|shari'?ah?|the qur'?an|the prophet|religion|god|the faith) (forbids?|allows?|permits?|says|bans?|requires?|does not (allow|permit))\b`,
		`(is|are) (always |never )?(halal|haram|sinful|a sin)\b`, `needs? (a|her|the) (male )?guardian\b`, `(breaks?|break) (the|your) fast\b`)},
	{code: "tool-claim", hint: "name a known scale only where it stands unaltered, and claim no standard that was not tested", pattern: oneOf(
		`(UBACC|SURE test|Decisional Conflict Scale|Option Grid|Ottawa Personal Decision Guide)\b`, `(meets|fulfils|complies with|certified (by|to)|conforms to) (the )?(IPDAS|ISSCR|ISO|FDA|GCP|ICH)\b`, `(has|have|lacks?) (the )?capacity\b`)},
	{code: "cell-claim", hint: "say \"stromal\"; say what was shown", reported: true, pattern: oneOf(
		`mesenchymal stem\b`, `iPS cells? (is|are) (embryonic|never|not used|the same as)\b`, `exosomes? (is|are) not regulated\b`, `anonymous\b`)},
}

// oneOf finds one of the patterns where a word begins. One boundary before all of them is far faster than one before each.
func oneOf(patterns ...string) func() *regexp.Regexp {
	return late(`(?i)\b(?:` + strings.Join(patterns, "|") + ")")
}

// unquote takes what somebody else said out of a text. A quotation may hold several sentences, and ends with its paragraph.
func unquote(text string) string { return quoted().ReplaceAllString(text, `"…"`) }

// denial is what takes a promise back, or gives it to somebody else, when it stands before it in the sentence.
var denial = late(`(?i)\b(not|few|no|no one|nobody|never|none|nothing|cannot|without|hardly|neither|n't|if|whether|ask|asks|asked|warning sign|claims?|says? that|said that|told you|advert\w*|sells?|stories)\b|n't\b|^(is|are|does|do|did|can|could|will|would|has|have|was|were|what|which|who|how|why)\b.*\?["”]?$`)

// found gives the first words of a sentence that the phrase forbids, or "". What was said in quotes is to be taken out
// of the text before, with unquote. Reported says that the whole sentence is somebody else's.
func (p *phrase) found(sentence string, reported bool) string {
	at := p.pattern().FindStringIndex(sentence)
	if at == nil {
		return ""
	}
	if p.reported && (reported || denial().MatchString(sentence[:at[0]]) || denial().MatchString(sentence) && strings.HasSuffix(strings.TrimRight(sentence, `"”`), "?")) {
		return ""
	}
	return strings.TrimSpace(sentence[at[0]:at[1]])
}
