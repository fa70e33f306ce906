/* What translated sources ask most often of Python's library, by a shorter way: named tuples made, places found in lists that are in
   order, results kept. Each says what Python's own does; tests compare the two. */

#define PY_SSIZE_T_CLEAN
#include <Python.h>

static PyObject *
filled(PyObject *kind, PyObject *const *fields, Py_ssize_t many)
{
    if (!PyType_Check(kind) || !PyType_HasFeature((PyTypeObject *)kind, Py_TPFLAGS_TUPLE_SUBCLASS)) {
        PyErr_SetString(PyExc_TypeError, "no kind of tuple");
        return NULL;
    }
    PyObject *one = ((PyTypeObject *)kind)->tp_alloc((PyTypeObject *)kind, many);
    if (one == NULL)
        return NULL;
    for (Py_ssize_t at = 0; at < many; at++)
        PyTuple_SET_ITEM(one, at, Py_NewRef(fields[at]));
    return one;
}

/* made(Kind, (a, b, …)): as tuple.__new__. */
static PyObject *
made(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 2 || !PyTuple_CheckExact(args[1])) {
        PyErr_SetString(PyExc_TypeError, "made() takes a kind of tuple and a tuple");
        return NULL;
    }
    return filled(args[0], ((PyTupleObject *)args[1])->ob_item, PyTuple_GET_SIZE(args[1]));
}

/* maker(Kind)(a, b, …): as Kind(a, b, …), whose own __new__ is interpreted; all fields have to be given. */
static PyMethodDef making = {"made", (PyCFunction)(void (*)(void))filled, METH_FASTCALL, NULL};

static PyObject *
maker(PyObject *module, PyObject *kind)
{
    return PyCFunction_New(&making, kind);
}

/* one < two, of numbers or of tuples that begin with numbers at once; -1 with an error. */
static int
before(PyObject *one, PyObject *two)
{
    if (PyTuple_Check(one) && PyTuple_Check(two)) {
        Py_ssize_t fields = Py_MIN(PyTuple_GET_SIZE(one), PyTuple_GET_SIZE(two));
        for (Py_ssize_t at = 0; at < fields; at++) {
            PyObject *left = PyTuple_GET_ITEM(one, at), *right = PyTuple_GET_ITEM(two, at);
            if (!PyLong_CheckExact(left) || !PyLong_CheckExact(right))
                return PyObject_RichCompareBool(one, two, Py_LT);
            int overflows = 0;
            long first = PyLong_AsLongAndOverflow(left, &overflows), second = overflows ? 0 : PyLong_AsLongAndOverflow(right, &overflows);
            if (overflows)
                return PyObject_RichCompareBool(one, two, Py_LT);
            if (first != second)
                return first < second;
        }
        return PyTuple_GET_SIZE(one) < PyTuple_GET_SIZE(two);
    }
    if (PyLong_CheckExact(one) && PyLong_CheckExact(two)) {
        int overflows = 0;
        long first = PyLong_AsLongAndOverflow(one, &overflows), second = overflows ? 0 : PyLong_AsLongAndOverflow(two, &overflows);
        if (!overflows)
            return first < second;
    }
    return PyObject_RichCompareBool(one, two, Py_LT);
}

/* Where one is put into items[from:], a list or tuple in order: before its equals, or behind them; -1 with an error. */
static Py_ssize_t
place(PyObject *items, PyObject *one, Py_ssize_t from, int behind)
{
    Py_ssize_t many = PySequence_Fast_GET_SIZE(items);
    while (from < many) {
        Py_ssize_t middle = from + (many - from) / 2;
        PyObject *other = PySequence_Fast_GET_ITEM(items, middle);
        int less = behind ? before(one, other) : before(other, one);
        if (less < 0)
            return -1;
        if (less != behind)
            from = middle + 1;
        else
            many = middle;
    }
    return from;
}

static PyObject *
bisected(PyObject *const *args, Py_ssize_t given, int behind)
{
    Py_ssize_t from = given == 3 ? PyLong_AsSsize_t(args[2]) : 0;
    if (given < 2 || given > 3 || from < 0 || !(PyList_Check(args[0]) || PyTuple_Check(args[0]))) {
        if (!PyErr_Occurred())
            PyErr_SetString(PyExc_TypeError, "a list or tuple, what is sought in it, and from where on are asked for");
        return NULL;
    }
    Py_ssize_t at = place(args[0], args[1], from, behind);
    return at < 0 ? NULL : PyLong_FromSsize_t(at);
}

static PyObject *
bisect_left(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 0);
}

static PyObject *
bisect_right(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    return bisected(args, given, 1);
}

/* kept(table, key, value, most): the value, which the table then holds; a full table is emptied first. */
static PyObject *
kept(PyObject *module, PyObject *const *args, Py_ssize_t given)
{
    if (given != 4 || !PyDict_Check(args[0])) {
        PyErr_SetString(PyExc_TypeError, "kept() takes a dict, a key, a value and a number");
        return NULL;
    }
    Py_ssize_t most = PyLong_AsSsize_t(args[3]);
    if (most == -1 && PyErr_Occurred())
        return NULL;
    if (PyDict_GET_SIZE(args[0]) >= most)
        PyDict_Clear(args[0]);
    return PyDict_SetItem(args[0], args[1], args[2]) < 0 ? NULL : Py_NewRef(args[2]);
}

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
    char seen[256] = {0}; /* by the lower half of each letter */
    for (Py_ssize_t at = 0; at < PyUnicode_GET_LENGTH(args[1]); at++)
        seen[PyUnicode_READ_CHAR(args[1], at) & 255] = 1;
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(args[0]);
    const void *text = PyUnicode_DATA(args[0]);
    for (Py_ssize_t at = 0; found != NULL && at < PyUnicode_GET_LENGTH(args[0]); at++) {
        Py_UCS4 letter = PyUnicode_READ(kind, text, at);
        if (seen[letter & 255] && PyUnicode_FindChar(args[1], letter, 0, PyUnicode_GET_LENGTH(args[1]), 1) >= 0)
            found = with(found, PyLong_FromSsize_t(at));
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

/* gaps(text): where all but a single space stands between two words of letters or digits, and where nothing stands between digits and
   letters, each as (start, stop). */
static PyObject *
gaps(PyObject *module, PyObject *asked)
{
    if (!PyUnicode_Check(asked)) {
        PyErr_SetString(PyExc_TypeError, "gaps() takes a text");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(asked);
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked), start = 0; /* of all that is no word, up to here */
    int digit = 0;                                              /* whether a digit stood right before */
    for (Py_ssize_t at = 0; found != NULL && at <= length; at++) {
        Py_UCS4 letter = at < length ? PyUnicode_READ(kind, text, at) : 'a';
        int number = is_digit(letter);
        if (!number && !is_letter(letter)) {
            digit = 0;
            continue;
        }
        int lone = at - start == 1 && PyUnicode_READ(kind, text, start) == ' ';
        if ((start < at && !lone) || (digit && !number && at < length))
            found = with(found, Py_BuildValue("(nn)", start, at));
        digit = number;
        start = at + 1;
    }
    return found;
}

static int
in_word(Py_UCS4 letter)
{
    return letter == '_' || Py_UNICODE_ISALNUM(letter);
}

/* words(text): as re.findall(r"\w+", text). */
static PyObject *
words(PyObject *module, PyObject *asked)
{
    if (!PyUnicode_Check(asked)) {
        PyErr_SetString(PyExc_TypeError, "words() takes a text");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    int kind = PyUnicode_KIND(asked);
    const void *text = PyUnicode_DATA(asked);
    Py_ssize_t length = PyUnicode_GET_LENGTH(asked), start = 0;
    for (Py_ssize_t at = 0; found != NULL && at <= length; at++) {
        if (at < length && in_word(PyUnicode_READ(kind, text, at)))
            continue;
        if (start < at)
            found = with(found, PyUnicode_Substring(asked, start, at));
        start = at + 1;
    }
    return found;
}

/* threes(words): each three strings of a list that follow each other, with spaces between them. */
static PyObject *
threes(PyObject *module, PyObject *asked)
{
    if (!PyList_Check(asked)) {
        PyErr_SetString(PyExc_TypeError, "threes() takes a list");
        return NULL;
    }
    PyObject *found = PyList_New(0);
    for (Py_ssize_t at = 0; found != NULL && at + 2 < PyList_GET_SIZE(asked); at++) {
        PyObject **word = ((PyListObject *)asked)->ob_item + at;
        Py_ssize_t length = 2;
        Py_UCS4 most = 0;
        for (int part = 0; part < 3; part++) {
            if (!PyUnicode_Check(word[part])) {
                PyErr_SetString(PyExc_TypeError, "threes() takes strings");
                Py_DECREF(found);
                return NULL;
            }
            length += PyUnicode_GET_LENGTH(word[part]);
            most = Py_MAX(most, PyUnicode_MAX_CHAR_VALUE(word[part]));
        }
        PyObject *joined = PyUnicode_New(length, most);
        Py_ssize_t stop = 0;
        for (int part = 0; joined != NULL && part < 3; part++) {
            if (part > 0)
                PyUnicode_WRITE(PyUnicode_KIND(joined), PyUnicode_DATA(joined), stop++, ' ');
            Py_ssize_t many = PyUnicode_GET_LENGTH(word[part]);
            if (PyUnicode_KIND(joined) == PyUnicode_KIND(word[part]))
                memcpy((char *)PyUnicode_DATA(joined) + stop * PyUnicode_KIND(joined), PyUnicode_DATA(word[part]),
                       many * PyUnicode_KIND(joined));
            else if (PyUnicode_CopyCharacters(joined, stop, word[part], 0, many) < 0)
                Py_CLEAR(joined);
            stop += many;
        }
        found = with(found, joined);
    }
    return found;
}

static PyMethodDef methods[] = {
    {"made", (PyCFunction)(void (*)(void))made, METH_FASTCALL, NULL},
    {"maker", maker, METH_O, NULL},
    {"bisect_left", (PyCFunction)(void (*)(void))bisect_left, METH_FASTCALL, NULL},
    {"bisect_right", (PyCFunction)(void (*)(void))bisect_right, METH_FASTCALL, NULL},
    {"kept", (PyCFunction)(void (*)(void))kept, METH_FASTCALL, NULL},
    {"spots", (PyCFunction)(void (*)(void))spots, METH_FASTCALL, NULL},
    {"gaps", gaps, METH_O, NULL},
    {"words", words, METH_O, NULL},
    {"threes", threes, METH_O, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "rasad__short", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_rasad__short(void)
{
    return PyModule_Create(&definition);
}
