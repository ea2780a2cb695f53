package health.sojourn.http;

import health.sojourn.testing.LanguageRules;

class HttpLanguageRulesTest extends LanguageRules {}
