package tui

import _ "calm" // linked for what it does before Bubble Tea is initialised
