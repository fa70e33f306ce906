/* Texts taken apart: where letters stand, stops, words by threes. */

/* The list with one more, which becomes its own; NULL where there is none. */
static PyObject *
with(PyObject *found, PyObject *one)
{
    if (one == NULL || PyList_Append(found, one) < 0)
        Py_CLEAR(found);
    Py_XDECREF(one);
    return found;
}

/* spots(text, letters): where one of a few letters stands, in order. */
static PyObject *
spots(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyUnicode_Check(args[0]) || !PyUnicode_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "spots() takes a text and letters");
        return NULL;
    }
    Py_UCS4 sought[256]; /* by the lower half of each letter */
    int alike = 0;       /* whether two have one lower half */
    memset(sought, -1, sizeof sought); /* no letter */
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(args[1]); at++) {
        Py_UCS4 letter = PyUnicode_READ_CHAR(args[1], at);
        alike |= sought[letter & 255] <= 0x10ffff;
        sought[letter & 255] = letter;
    }
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(args[0]);
    const void *text = PyUnicode_DATA(args[0]);
    Py_ssize_t length = PyUnicode_GET_LENGTH(args[0]);
    for (Py_ssize_t at = 0; found != NULL && at < length; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (alike ? PyUnicode_FindChar(args[1], letter, 0, PyUnicode_GET_LENGTH(args[1]), 1) >= 0 : sought[letter & 255] == letter)
            found = with(found, PyLong_FromSsize_t(at));
    }
    return found;
}

/* Whether one of some strings stands in a stretch of text, all of letters of two bytes: each letter is looked at once. */
static int
any_in(const Py_UCS2 *text, Py_ssize_t start, Py_ssize_t stop, PyObject *const *all, Py_ssize_t many)
{
    unsigned char first[256] = {0}; /* by the lower half of each letter */
    for (Py_ssize_t one = 0; one < many; one++)
        first[PyUnicode_2BYTE_DATA(all[one])[0] & 255] = 1;
    for (Py_ssize_t at = start; at < stop; at++)
        for (Py_ssize_t one = 0; first[text[at] & 255] && one < many; one++) {
            const Py_UCS2 *sought = PyUnicode_2BYTE_DATA(all[one]);
            Py_ssize_t length = PyUnicode_GET_LENGTH(all[one]), same = 0;
            while (same < length && at + same < stop && text[at + same] == sought[same])
                same++;
            if (same == length)
                return 1;
        }
    return 0;
}

/* among(letters, text, start, stop): whether a stretch of text holds one of some strings. */
static PyObject *
among(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 4 || !(PyList_Check(args[0]) || PyTuple_Check(args[0])) || !PyUnicode_Check(args[1])) {
        PyErr_SetString(PyExc_TypeError, "among() takes strings, a text, a start and a stop");
        return NULL;
    }
    Py_ssize_t length = PyUnicode_GET_LENGTH(args[1]), start = PyLong_AsSsize_t(args[2]), stop = PyLong_AsSsize_t(args[3]);
    if (PyErr_Occurred())
        return NULL;
    start = start < 0 ? Py_MAX(start + length, 0) : start;
    stop = stop < 0 ? stop + length : Py_MIN(stop, length);
    PyObject **all = PySequence_Fast_ITEMS(args[0]);
    Py_ssize_t many = PySequence_Fast_GET_SIZE(args[0]);
    int plain = PyUnicode_KIND(args[1]) == PyUnicode_2BYTE_KIND;
    for (Py_ssize_t at = 0; at < many; at++) {
        if (!PyUnicode_Check(all[at])) {
            PyErr_SetString(PyExc_TypeError, "no text is sought");
            return NULL;
        }
        plain = plain && PyUnicode_KIND(all[at]) == PyUnicode_2BYTE_KIND;
    }
    if (plain)
        return PyBool_FromLong(any_in(PyUnicode_2BYTE_DATA(args[1]), start, stop, all, many));
    Py_ssize_t found = -1;
    for (Py_ssize_t at = 0; found == -1 && at < many; at++)
        found = PyUnicode_Find(args[1], all[at], start, stop, 1);
    return found == -2 ? NULL : PyBool_FromLong(found >= 0);
}

static int
is_stop(Py_UCS4 letter)
{
    return letter == '.' || letter == '!' || letter == '?' || letter == 0x61f || letter == 0x2026;
}

static int
closes(Py_UCS4 letter)
{
    return letter == '"' || letter == '\'' || letter == 0xbb || letter == ')' || letter == ']';
}

/* runs(text): where stops stand, with what closes behind them, and ends of lines, each as (start, stop). */
static PyObject *
runs(PyObject *module, PyObject *asked)
{
    if (!PyUnicode_Check(asked)) {
        PyErr_SetString(PyExc_TypeError, "runs() takes a text");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(asked);
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked);
    for (Py_ssize_t at = 0; found != NULL && at < length;) {
        Py_ssize_t start = at;
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (letter > 0x61f && letter != 0x2026) { /* mostly so */
            at++;
            continue;
        }
        while (at < length && is_stop(PyUnicode_READ(kind, text, at)))
            at++;
        while (start < at && at < length && closes(PyUnicode_READ(kind, text, at)))
            at++;
        if (start == at)
            while (at < length && PyUnicode_READ(kind, text, at) == '\n')
                at++;
        if (start < at)
            found = with(found, Py_BuildValue("(nn)", start, at));
        else
            at++;
    }
    return found;
}

static int
is_digit(Py_UCS4 letter)
{
    return letter >= '0' && letter <= '9';
}

static int
is_letter(Py_UCS4 letter)
{
    if (letter < 128)
        return (letter >= 'A' && letter <= 'Z') || (letter >= 'a' && letter <= 'z');
    return (letter >= 0x621 && letter <= 0x63a) || (letter >= 0x641 && letter <= 0x64a) || (letter >= 0x671 && letter <= 0x6d3);
}

static int
in_word(Py_UCS4 letter) /* as \w */
{
    if (letter < 128)
        return is_digit(letter) || is_letter(letter) || letter == '_';
    return (letter >= 0x621 && letter <= 0x63a) || (letter >= 0x641 && letter <= 0x64a) || Py_UNICODE_ISALNUM(letter);
}

/* A number of words of a text in UTF-8, with spaces between them; words: where each begins and ends in it. */
static PyObject *
joined(const char *text, Py_ssize_t const *words, int many)
{
    Py_ssize_t length = many - 1;
    for (int one = 0; one < many; one++)
        length += words[2 * one + 1] - words[2 * one];
    PyObject *made = PyBytes_FromStringAndSize(NULL, length);
    char *at = made == NULL ? NULL : PyBytes_AS_STRING(made);
    for (int one = 0; at != NULL && one < many; one++) {
        if (one > 0)
            *at++ = ' ';
        memcpy(at, text + words[2 * one], words[2 * one + 1] - words[2 * one]);
        at += words[2 * one + 1] - words[2 * one];
    }
    return made;
}

/* shingles(text): each three words that follow each other, with spaces between them; the words where there are fewer. All in UTF-8. */
static PyObject *
shingles(PyObject *module, PyObject *asked)
{
    PyObject *whole = PyUnicode_Check(asked) ? PyUnicode_AsEncodedString(asked, "utf-8", "surrogatepass") : NULL;
    if (whole == NULL) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "shingles() takes a text");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    const char *encoded = PyBytes_AS_STRING(whole);
    int kind = PyUnicode_KIND(asked), known = 0; /* of the last three words so many are known */
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked), place = 0, start = 0, words[6] = {0};
    for (Py_ssize_t at = 0; found != NULL && at <= length; at++) {
        Py_UCS4 letter = at < length ? PyUnicode_READ(kind, text, at) : ' ';
        Py_ssize_t next = place + (letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4);
        if (!in_word(letter)) {
            if (start < place) {
                if (known == 3) {
                    memmove(words, words + 2, 4 * sizeof *words);
                    known = 2;
                }
                words[2 * known] = start;
                words[2 * known + 1] = place;
                if (++known == 3)
                    found = with(found, joined(encoded, words, 3));
            }
            start = next;
        }
        place = next;
    }
    for (int one = 0; found != NULL && known < 3 && one < known; one++)
        found = with(found, joined(encoded, words + 2 * one, 1));
    Py_DECREF(whole);
    return found;
}
