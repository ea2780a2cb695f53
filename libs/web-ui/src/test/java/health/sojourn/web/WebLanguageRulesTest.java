package health.sojourn.web;

import health.sojourn.testing.LanguageRules;

class WebLanguageRulesTest extends LanguageRules {}
