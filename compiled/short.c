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

static PyMethodDef methods[] = {
    {"made", (PyCFunction)(void (*)(void))made, METH_FASTCALL, NULL},
    {"maker", maker, METH_O, NULL},
    {"bisect_left", (PyCFunction)(void (*)(void))bisect_left, METH_FASTCALL, NULL},
    {"bisect_right", (PyCFunction)(void (*)(void))bisect_right, METH_FASTCALL, NULL},
    {"kept", (PyCFunction)(void (*)(void))kept, METH_FASTCALL, NULL},
    {NULL, NULL, 0, NULL},
};

static struct PyModuleDef definition = {PyModuleDef_HEAD_INIT, "rasad__short", NULL, -1, methods, NULL, NULL, NULL, NULL};

PyMODINIT_FUNC
PyInit_rasad__short(void)
{
    return PyModule_Create(&definition);
}
