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

enum { LOW = 0x700 }; /* letters below have tables */
static unsigned char odds[LOW];

static int
is_odd(Py_UCS4 letter)
{
    static const Py_UCS4 ranges[][2] = {{0xb, 0xc},       {'#', '#'},       {0x85, 0x85},     {0xad, 0xad},     {0x610, 0x61a},
                                        {0x640, 0x640},   {0x64b, 0x65f},   {0x670, 0x670},   {0x6d6, 0x6ed},   {0x2000, 0x2008},
                                        {0x200a, 0x200f}, {0x2028, 0x202e}, {0x205f, 0x2069}, {0x3000, 0x3000}, {0xfb50, 0xfdff},
                                        {0xfe70, 0xfeff}, {0xff01, 0xff5e}};
    for (size_t at = 0; at < sizeof ranges / sizeof *ranges; at++)
        if (letter >= ranges[at][0] && letter <= ranges[at][1])
            return 1;
    return 0;
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
        if (kind == PyUnicode_2BYTE_KIND && !alike) { /* mostly so: past all that is none of them */
            const Py_UCS2 *letters = text;
            while (at < length && sought[letters[at] & 255] != letters[at])
                at++;
            if (at == length)
                break;
        }
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (alike ? PyUnicode_FindChar(args[1], letter, 0, PyUnicode_GET_LENGTH(args[1]), 1) >= 0 : sought[letter & 255] == letter)
            found = with(found, PyLong_FromSsize_t(at));
    }
    return found;
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
        if (letter == ' ' || (letter > 0x61f && letter != 0x2026)) { /* mostly so */
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

/* odd(text): where letters stand that folding drops, or makes of several signs. */
static PyObject *
odd(PyObject *module, PyObject *asked)
{
    if (!PyUnicode_Check(asked))
        return PyErr_SetString(PyExc_TypeError, "odd() takes a text"), NULL;
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(asked);
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked);
    for (Py_ssize_t at = 0; found != NULL && at < length; at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (letter < LOW ? odds[letter] : letter >= 0x2000 && is_odd(letter))
            found = with(found, PyLong_FromSsize_t(at));
    }
    return found;
}
